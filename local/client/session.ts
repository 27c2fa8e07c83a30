import { signIn } from '../identity/sign-in.ts';

/** What the API answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed JSON; undefined when there is none. */
  readonly body: unknown;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  /** Who calls (`lan`, `officer.sxd`); nobody for what citizens call. */
  readonly as?: string | undefined;
  readonly body?: unknown;
  readonly ifMatch?: number | undefined;
  /** ETag of an answer that the caller has already. */
  readonly ifNoneMatch?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  /** Instant at which this one request happens, whatever the host's clock says. */
  readonly at?: Date | undefined;
}

/** Tokens are renewed this long before they end, so that none ends on its way. */
const RENEW_MS = 60_000;

/** Calls the API of a running host as its people do: signed in, over HTTP. */
export class Session {
  readonly #tokens = new Map<string, Promise<{ accessToken: string; expiresAt: number }>>();
  readonly url: string;
  readonly issuer: string;

  constructor({ url, issuer }: { readonly url: string; readonly issuer: string }) {
    this.url = url;
    this.issuer = issuer;
  }

  async call(call: Call): Promise<Answer> {
    const response = await fetch(new URL(call.path, this.url), {
      method: call.method,
      headers: await this.#headers(call),
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
    });
    const text = await response.text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, headers: response.headers, body };
  }

  async #headers(call: Call): Promise<Record<string, string>> {
    const { as, body, ifMatch, ifNoneMatch, idempotencyKey, at } = call;
    return {
      ...(as !== undefined && { authorization: `Bearer ${await this.token(as)}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
      ...(ifNoneMatch !== undefined && { 'if-none-match': ifNoneMatch }),
      ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
      ...(at !== undefined && { 'x-local-at': at.toISOString() }),
    };
  }

  /** An access token of this person, signed in anew when the last one is about to end. */
  async token(person: string): Promise<string> {
    const known = await this.#tokens.get(person);
    if (known !== undefined && known.expiresAt - Date.now() > RENEW_MS) return known.accessToken;
    const fresh = signIn({ issuer: this.issuer, person });
    this.#tokens.set(person, fresh);
    // A sign-in that failed is tried again by the next call.
    fresh.catch(() => this.#tokens.delete(person));
    return (await fresh).accessToken;
  }
}
