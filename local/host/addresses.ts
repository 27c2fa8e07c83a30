import { QUEUE_ORIGIN, signInOrigin, USER_POOL_ORIGIN } from '../template/environment.ts';
import type { Resources } from '../types.ts';

/** Replaces the address of an AWS service by that of its stand-in on this machine; other text stays as it is. */
export type Rewrite = (text: string) => string;

export interface StandIns {
  readonly endpointUrl: string;
  readonly issuer: string;
}

export function createRewrite(resources: Resources, { endpointUrl, issuer }: StandIns): Rewrite {
  const addresses: readonly (readonly [string, string])[] = [
    [QUEUE_ORIGIN, endpointUrl],
    ...resources
      .ofType('AWS::Cognito::UserPool')
      .map(({ ref }) => [`${USER_POOL_ORIGIN}/${ref}`, issuer] as const),
    ...resources
      .ofType('AWS::Cognito::UserPoolDomain')
      .map(({ ref }) => [signInOrigin(ref), issuer] as const),
  ];
  return (text) => {
    const found = addresses.find(([from]) => text === from || text.startsWith(`${from}/`));
    return found === undefined ? text : found[1] + text.slice(found[0].length);
  };
}
