import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as z from 'zod';
import { ok, type Result } from '../../shared/domain/result.ts';
import type { Handlers, Reply } from '../../shared/platform/api-handler.ts';
import type { ReferenceEnv } from '../../shared/platform/env.ts';
import { docsPage, setUpScript } from './page.ts';
import type { referenceRoutes } from './routes.ts';
import { type SignIn, signInOf, withSignIn } from './sign-in.ts';

type Settings = z.infer<typeof ReferenceEnv>;

export const referenceHandlers = (settings: Settings): Handlers<typeof referenceRoutes> => {
  let signIn: Promise<SignIn | undefined> | undefined;
  const findSignIn = () => (signIn ??= signInOf(settings.ISSUER_URL));
  return {
    getOpenApi: async () => {
      const description: unknown = JSON.parse(await asset('openapi.json'));
      return ok({ body: withSignIn(description, await findSignIn()) });
    },
    getWebConfig: () =>
      Promise.resolve(
        ok({
          body: {
            issuer: settings.ISSUER_URL,
            clientId: settings.WEB_CLIENT_ID,
            signOutUrl: settings.SIGN_OUT_URL,
            timeZone: settings.TIME_ZONE,
          },
        }),
      ),
    getDocs: () => page('text/html', docsPage()),
    getDocsSetUp: () => page('text/javascript', setUpScript(settings.DOCS_CLIENT_ID)),
    getDocsScript: async () => page('text/javascript', await asset('swagger-ui-bundle.js')),
    getDocsStyle: async () => page('text/css', await asset('swagger-ui.css')),
    getDocsSignedIn: async () => page('text/html', await asset('oauth2-redirect.html')),
    getDocsSignedInScript: async () => page('text/javascript', await asset('oauth2-redirect.js')),
  };
};

/** The bundler lays the description and the page's library beside the code. */
const asset = (name: string): Promise<string> => readFile(join(__dirname, 'assets', name), 'utf8');

/** Everything comes from here; the page may talk to this API and to the issuer's addresses only. */
const CONTENT_SECURITY_POLICY =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src *; frame-ancestors 'none'";

const page = (contentType: string, text: string): Promise<Result<Reply, never>> =>
  Promise.resolve(
    ok({
      raw: { contentType: `${contentType}; charset=utf-8`, text },
      headers: {
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      },
    }),
  );
