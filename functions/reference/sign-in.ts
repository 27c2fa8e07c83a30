import * as z from 'zod';

const Discovery = z.object({ authorization_endpoint: z.url(), token_endpoint: z.url() });
export type SignIn = z.infer<typeof Discovery>;

/** The page is of use without sign-in too, so a slow issuer must not hold it up. */
const DISCOVERY_TIMEOUT_MS = 2_000;

/** Where people sign in, as the issuer itself says; undefined while it cannot be asked. */
export async function signInOf(issuer: string): Promise<SignIn | undefined> {
  try {
    const response = await fetch(`${issuer}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(DISCOVERY_TIMEOUT_MS),
    });
    return Discovery.parse(await response.json());
  } catch {
    return undefined;
  }
}

const Description = z.looseObject({
  components: z.looseObject({
    securitySchemes: z.looseObject({
      signIn: z.looseObject({
        flows: z.looseObject({ authorizationCode: z.looseObject({}) }),
      }),
    }),
  }),
});

/** The description is the same everywhere but for where its readers sign in. */
export function withSignIn(description: unknown, signIn: SignIn | undefined): unknown {
  if (signIn === undefined) return description;
  const parsed = Description.parse(description);
  Object.assign(parsed.components.securitySchemes.signIn.flows.authorizationCode, {
    authorizationUrl: signIn.authorization_endpoint,
    tokenUrl: signIn.token_endpoint,
  });
  return parsed;
}
