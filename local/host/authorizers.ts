import type { HttpApi } from '../http-api/api-definition.ts';
import { type Authorize, createAuthorizer } from '../http-api/jwt-authorizer.ts';
import type { Issuer } from '../identity/issuer.ts';
import type { Rewrite } from './addresses.ts';

/**
 * The authorizers of the routes, trusting the local issuer in the place of the user pool. Throws when one trusts
 * anybody else: on AWS it would refuse every token of the pool.
 */
export function authorizersOf(
  { routes }: HttpApi,
  issuer: Issuer,
  rewrite: Rewrite,
): ReadonlyMap<string, Authorize> {
  const used = routes.flatMap(({ authorizer }) => authorizer ?? []);
  const byName = new Map(used.map((authorizer) => [authorizer.name, authorizer]));
  return new Map(
    [...byName.values()].map(({ name, issuer: trusted, audience }) => {
      if (rewrite(trusted) !== issuer.issuer)
        throw new Error(`The authorizer ${name} trusts ${trusted}, no user pool of the templates`);
      return [name, createAuthorizer({ issuer: issuer.issuer, audience }, issuer.jwksUrl)];
    }),
  );
}
