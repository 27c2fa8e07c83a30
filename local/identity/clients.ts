import type { ClientMetadata } from 'oidc-provider';
import { SCOPES, type Scope } from '../../shared/contracts/route.ts';
import type { MachineAccount } from './people.ts';

/** An application that people sign in to. It holds no secret and proves itself with PKCE. */
export interface PublicClient {
  readonly kind: 'public';
  readonly clientId: string;
  readonly scopes: readonly Scope[];
  /** Loopback addresses without a port stand for any port; the path must be the same. */
  readonly redirectUris: readonly string[];
  readonly signedOutUris: readonly string[];
}

/** A department's system, with a secret of its own (`machine-clients.json`). */
export interface MachineClient {
  readonly kind: 'machine';
  readonly clientId: string;
  readonly scopes: readonly Scope[];
}

export type IssuerClient = PublicClient | MachineClient;

/** Where the applications may be on this machine: the port is whatever the host or the web server took. */
const onThisMachine = (...paths: readonly string[]): readonly string[] =>
  paths.flatMap((path) => [`http://127.0.0.1${path}`, `http://localhost${path}`]);

export const PUBLIC_CLIENTS: readonly PublicClient[] = [
  {
    kind: 'public',
    clientId: 'desk-web',
    scopes: SCOPES,
    redirectUris: onThisMachine('/signed-in'),
    signedOutUris: onThisMachine('/', '/signed-out'),
  },
  {
    kind: 'public',
    clientId: 'docs',
    scopes: SCOPES,
    redirectUris: onThisMachine('/docs/oauth2-redirect.html'),
    signedOutUris: onThisMachine('/docs'),
  },
];

export const machineClients = (accounts: readonly MachineAccount[]): readonly MachineClient[] =>
  accounts.map(({ clientId, department }) => ({
    kind: 'machine',
    clientId,
    scopes: [department === null ? '1022/statistics' : '1022/department'],
  }));

/** A client in the words of oidc-provider. */
export const clientMetadata = (
  client: IssuerClient,
  secrets: Readonly<Record<string, string>>,
): ClientMetadata =>
  client.kind === 'machine'
    ? machineMetadata(client, secrets[client.clientId])
    : publicMetadata(client);

const publicMetadata = (client: PublicClient): ClientMetadata => ({
  client_id: client.clientId,
  // Native clients may come back to any loopback port (RFC 8252, section 7.3).
  application_type: 'native',
  token_endpoint_auth_method: 'none',
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  redirect_uris: [...client.redirectUris],
  post_logout_redirect_uris: [...client.signedOutUris],
});

const machineMetadata = (
  { clientId }: MachineClient,
  secret: string | undefined,
): ClientMetadata => ({
  client_id: clientId,
  ...(secret === undefined ? {} : { client_secret: secret }),
  token_endpoint_auth_method: 'client_secret_basic',
  grant_types: ['client_credentials'],
  response_types: [],
  redirect_uris: [],
});
