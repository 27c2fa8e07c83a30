import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type Provider from 'oidc-provider';
import type { Department } from '../../shared/domain/department.ts';
import type { Running } from '../types.ts';
import { type IssuerClient, machineClients, PUBLIC_CLIENTS } from './clients.ts';
import { demonstrationPeople, machineAccounts, readDepartments } from './people.ts';
import { createProvider } from './provider.ts';
import { keptClientSecrets, keptSigningKey } from './secrets.ts';
import { signInHandler } from './sign-in-handler.ts';
import { signInPage } from './sign-in-page.ts';

export interface IssuerOptions {
  /** Folder of the signing key and of the machine clients' secrets (both readable by their owner only). */
  readonly dir: string;
  /** Whose departments have people and machine clients here; `binh-duong` if not given. */
  readonly departments?: readonly Department[];
  /** Instead of `desk-web`, `docs` and a machine client a department. */
  readonly clients?: readonly IssuerClient[];
}

/** An issuer that answers requests which another server hands it. */
export interface Issuer {
  /** What stands in `iss`; the JWT authorizers must be given the same text. */
  readonly issuer: string;
  readonly jwksUrl: string;
  /** Every client id: the audiences that an authorizer takes tokens for. */
  readonly audience: readonly string[];
  /**
   * Answers a request whose path begins with that of `issuer`. The server that it is mounted in hands requests over
   * as they came: path, headers and unread body.
   */
  readonly callback: RequestListener;
}

/**
 * Makes an issuer to mount in a server of one's own. `issuer` is the address under which browsers and functions reach
 * it, with a path or without, and without a slash at the end: `http://127.0.0.1:3000/oidc`.
 */
export function createIssuer(issuer: string, options: IssuerOptions): Issuer {
  const departments = options.departments ?? readDepartments('binh-duong');
  const people = demonstrationPeople(departments);
  const clients = options.clients ?? [
    ...PUBLIC_CLIENTS,
    ...machineClients(machineAccounts(departments)),
  ];
  const machineIds = clients.filter(({ kind }) => kind === 'machine').map((c) => c.clientId);
  const known = {
    people: new Map(people.map((person) => [person.id, person])),
    clients: new Map(clients.map((client) => [client.clientId, client])),
    clientSecrets: keptClientSecrets(options.dir, machineIds),
    signingKey: keptSigningKey(options.dir),
  };
  const provider = createProvider(issuer, known);
  const signIn = signInHandler(provider, {
    page: signInPage(people, departments),
    isKnown: (id) => known.people.has(id),
  });
  return {
    issuer,
    jwksUrl: `${issuer}/.well-known/jwks.json`,
    audience: clients.map(({ clientId }) => clientId),
    callback: mounted(new URL(issuer).pathname.replace(/\/$/, ''), provider, signIn),
  };
}

/** Runs an issuer as a server of its own on the loopback address; without a port, on a free one. */
export async function startIssuer({
  port = 0,
  ...options
}: IssuerOptions & { readonly port?: number }): Promise<Issuer & Running> {
  // The address is part of every token, so the port must be known before the issuer is made.
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo; // A server listening on TCP has no other kind.
  const issuer = createIssuer(`http://127.0.0.1:${taken}`, options);
  server.on('request', issuer.callback);
  const close = (): Promise<void> =>
    new Promise((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
      server.closeAllConnections();
    });
  return { ...issuer, close };
}

function mounted(mount: string, provider: Provider, signIn: RequestListener): RequestListener {
  const answer = provider.callback();
  return (request, response) => {
    const url = request.url ?? '/';
    const inside = url.slice(mount.length) || '/';
    if (inside.startsWith('/sign-in/')) {
      signIn(request, response);
      return;
    }
    // oidc-provider finds the path that it is mounted under by holding the two against each other.
    Object.assign(request, { originalUrl: url, url: asOpenId(inside) });
    void answer(request, response);
  };
}

/** Cognito calls the address to come back to `logout_uri`; OpenID has a name of its own. */
const asOpenId = (url: string): string =>
  url.startsWith('/logout?')
    ? url.replace(/([?&])logout_uri=/, '$1post_logout_redirect_uri=')
    : url;
