import { randomBytes } from 'node:crypto';
import Provider, {
  type Account,
  type Configuration,
  errors,
  type Grant,
  interactionPolicy,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import { clientMetadata, type IssuerClient } from './clients.ts';
import { type Page, problemPage, signedOutPage, signOutPage } from './pages.ts';
import type { Person } from './people.ts';
import type { SigningKey } from './secrets.ts';
import { createSessionStore } from './session-store.ts';
import { shapeAsCognito } from './token-shape.ts';

/** Everything the issuer knows; none of it changes while it runs. */
export interface IssuerKnowledge {
  readonly people: ReadonlyMap<string, Person>;
  readonly clients: ReadonlyMap<string, IssuerClient>;
  readonly clientSecrets: Readonly<Record<string, string>>;
  readonly signingKey: SigningKey;
}

/** Cognito's resource server `1022`. oidc-provider signs access tokens as JWT only for a resource. */
const RESOURCE = 'urn:1022';
const IDENTITY_SCOPES = ['openid', 'profile'];
/** What a new Cognito app client has. Token life is counted in real time, whatever the host's clock says. */
const LIFE_SECONDS = { token: 3_600, refresh: 30 * 86_400, interaction: 3_600 };

/** oidc-provider, configured to be to our functions what Cognito is to them: paths, claims, lives and scopes. */
export const createProvider = (issuer: string, known: IssuerKnowledge): Provider =>
  new Provider(issuer, {
    clients: [...known.clients.values()].map((client) =>
      clientMetadata(client, known.clientSecrets),
    ),
    jwks: { keys: [known.signingKey] },
    adapter: createSessionStore(),
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    routes: {
      authorization: '/oauth2/authorize',
      token: '/oauth2/token',
      revocation: '/oauth2/revoke',
      jwks: '/.well-known/jwks.json',
      end_session: '/logout',
    },
    pkce: { required: () => true },
    ttl: {
      AccessToken: LIFE_SECONDS.token,
      ClientCredentials: LIFE_SECONDS.token,
      IdToken: LIFE_SECONDS.token,
      RefreshToken: LIFE_SECONDS.refresh,
      Grant: LIFE_SECONDS.refresh,
      Session: LIFE_SECONDS.refresh,
      Interaction: LIFE_SECONDS.interaction,
    },
    issueRefreshToken: (_context, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: false,
    clientBasedCORS: (_context, origin) => isLoopback(origin),
    renderError: (context, { error, error_description: description }) =>
      send(context, problemPage(`${error}: ${description ?? ''}`)),
    ...personConfiguration(issuer, known),
    features: features(known),
  });

const personConfiguration = (
  issuer: string,
  { people, clients }: IssuerKnowledge,
): Configuration => ({
  scopes: IDENTITY_SCOPES,
  claims: {
    openid: ['sub', 'token_use', 'cognito:groups', 'cognito:username'],
    profile: ['name'],
  },
  findAccount: (_context, id) => accountOf(people.get(id)),
  interactions: {
    policy: withoutConsent(),
    url: (_context, { uid }) => `${new URL(issuer).pathname.replace(/\/$/, '')}/sign-in/${uid}`,
  },
  loadExistingGrant: (context) => grantEverything(context, clients),
  extraTokenClaims: (_context, token) => ({
    token_use: 'access',
    version: 2,
    ...(token.kind === 'AccessToken' ? groupsOf(people.get(token.accountId)) : {}),
  }),
  formats: { customizers: { jwt: shapeAsCognito(clients) } },
});

const features = ({ clients }: IssuerKnowledge): Configuration['features'] => ({
  devInteractions: { enabled: false },
  dPoP: { enabled: false },
  userinfo: { enabled: false },
  clientCredentials: { enabled: true },
  revocation: {
    enabled: true,
    allowedPolicy: (_context, client, token) => token.clientId === client.clientId,
  },
  rpInitiatedLogout: {
    enabled: true,
    logoutSource: (context, form) => send(context, signOutPage(form)),
    postLogoutSuccessSource: (context) => send(context, signedOutPage()),
  },
  resourceIndicators: {
    enabled: true,
    defaultResource: () => RESOURCE,
    useGrantedResource: () => true,
    getResourceServerInfo: (context, resource, client) => ({
      scope: grantable(context, resource, clients.get(client.clientId)),
      accessTokenFormat: 'jwt',
      accessTokenTTL: LIFE_SECONDS.token,
      jwt: { sign: { alg: 'RS256' } },
    }),
  },
});

function send(context: KoaContextWithOIDC, { headers, body }: Page): void {
  context.set(headers);
  context.body = body;
}

/** What of the scopes asked for may be given; a request of which nothing may be given is refused, as Cognito does. */
function grantable(
  context: KoaContextWithOIDC,
  resource: string,
  client: IssuerClient | undefined,
): string {
  if (resource !== RESOURCE || !client) throw new errors.InvalidTarget();
  const allowed = allowedScopes(client);
  const { scope } = context.oidc.params ?? {};
  if (typeof scope === 'string' && !scope.split(' ').some((asked) => allowed.includes(asked)))
    throw new errors.InvalidScope('requested scope is not allowed', scope);
  return allowed.join(' ');
}

const allowedScopes = (client: IssuerClient): readonly string[] =>
  client.kind === 'public' ? [...IDENTITY_SCOPES, ...client.scopes] : client.scopes;

/** These are our own applications: nobody is asked whether they may see what they are for. */
async function grantEverything(
  { oidc }: KoaContextWithOIDC,
  clients: IssuerKnowledge['clients'],
): Promise<Grant | undefined> {
  const client = clients.get(oidc.client?.clientId ?? '');
  if (!client || !oidc.account) return undefined;
  const known = oidc.session?.grantIdFor(client.clientId);
  const before = known === undefined ? undefined : await oidc.provider.Grant.find(known);
  if (before) return before;
  const grant = new oidc.provider.Grant({
    accountId: oidc.account.accountId,
    clientId: client.clientId,
  });
  grant.addOIDCScope(IDENTITY_SCOPES.join(' '));
  grant.addResourceScope(RESOURCE, allowedScopes(client).join(' '));
  await grant.save();
  return grant;
}

function withoutConsent(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return policy;
}

const accountOf = (person: Person | undefined): Account | undefined =>
  person && {
    accountId: person.id,
    claims: () => ({
      sub: person.id,
      name: person.name,
      token_use: 'id',
      'cognito:username': person.id,
      'cognito:groups': [person.role],
    }),
  };

const groupsOf = (person: Person | undefined): Record<string, unknown> =>
  person ? { username: person.id, 'cognito:groups': [person.role] } : {};

const isLoopback = (origin: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(URL.parse(origin)?.hostname ?? '');
