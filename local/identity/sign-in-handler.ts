import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type Provider from 'oidc-provider';
import { type Page, problemPage } from './pages.ts';

/** Longest body of the form that chooses a person; a choice is a few bytes. */
const FORM_BYTES = 1_024;

interface Choice {
  readonly page: Page;
  readonly isKnown: (id: string) => boolean;
}

/** Shows who may be chosen, and takes the choice. */
export const signInHandler =
  (provider: Provider, choice: Choice): RequestListener =>
  (request, response) => {
    takeChoice(provider, choice, { request, response }).catch((error: unknown) => {
      console.error('The issuer could not sign in:', error);
      if (!response.headersSent)
        send(response, 500, problemPage('The issuer failed; see its log.'));
    });
  };

async function takeChoice(
  provider: Provider,
  { page, isKnown }: Choice,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<void> {
  const begun = await provider.interactionDetails(request, response).catch(() => undefined);
  if (!begun) {
    send(response, 400, problemPage('The sign-in was not begun here, or more than an hour ago.'));
  } else if (request.method !== 'POST') {
    send(response, 200, page);
  } else if (Number(request.headers['content-length'] ?? Infinity) > FORM_BYTES) {
    send(response, 413, problemPage('The form is too long.'));
  } else {
    const person = new URLSearchParams(await text(request)).get('person') ?? '';
    if (isKnown(person))
      await provider.interactionFinished(request, response, { login: { accountId: person } });
    else send(response, 400, problemPage(`Nobody here is called ${person}.`));
  }
}

const send = (response: ServerResponse, status: number, { headers, body }: Page): void => {
  response.writeHead(status, headers).end(body);
};
