import type {
  AccessToken,
  ClientCredentials,
  JWTStructured,
  KoaContextWithOIDC,
} from 'oidc-provider';
import type { IssuerClient } from './clients.ts';

/**
 * oidc-provider refuses an access token without an audience; Cognito writes none, and API Gateway then checks
 * `client_id` instead. This audience is there when asked for and gone when the token is written out.
 */
const UNWRITTEN = { toJSON: () => undefined };

/**
 * Gives an access token the claims of one of Cognito's:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 */
export const shapeAsCognito =
  (clients: ReadonlyMap<string, IssuerClient>) =>
  (
    { oidc }: KoaContextWithOIDC,
    token: AccessToken | ClientCredentials,
    jwt: JWTStructured,
  ): void => {
    const { AuthorizationCode: code, RefreshToken: refresh } = oidc.entities;
    // A client that asks for no scope gets all of its own.
    token.scope ??= clients.get(token.clientId ?? '')?.scopes.join(' ');
    jwt.header = { typ: undefined };
    jwt.payload['aud'] = UNWRITTEN;
    jwt.payload['scope'] = token.scope;
    jwt.payload['auth_time'] = code?.authTime ?? refresh?.authTime ?? jwt.payload['iat'];
  };
