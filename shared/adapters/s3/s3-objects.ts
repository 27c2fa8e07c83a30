import { createHash, createHmac } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';

export interface S3Place {
  readonly bucket: string;
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string | undefined;
  };
  /** Where the local host plays S3; left out on AWS. */
  readonly endpoint?: string | undefined;
}

export interface S3Object {
  readonly bytes: Uint8Array;
  /** Names this content. */
  readonly tag: string;
}

/** Only if the object is still that one; null: only if there is none. */
export type S3Condition = { readonly tag: string | null };

/** S3 answered something else than was asked for. Says nothing of what is in the object. */
export class S3Error extends Error {
  readonly status: number;
  constructor(operation: string, status: number) {
    super(`S3 answered ${status} to ${operation}`);
    this.name = 'S3Error';
    this.status = status;
  }
}

export interface S3Patience {
  /** Of one request: S3 asks for another with 503, and a connection may break. */
  readonly tries: number;
  readonly tryMs: number;
}

/** A model of 2.6 MB takes a tenth of it inside a region. */
const PATIENT: S3Patience = { tries: 3, tryMs: 5_000 };
/** Where somebody waits, and there is an answer without S3 too. */
export const IMPATIENT: S3Patience = { tries: 1, tryMs: 1_500 };
const FIRST_WAIT_MS = 100;

/**
 * Objects of one bucket, by four requests signed with the SDK's own signer. The whole client would put a third on top of what
 * starting a function costs (docs/adr/0011-learning.md).
 */
export class S3Objects {
  readonly #place: S3Place;
  readonly #signer: SignatureV4;
  readonly #origin: URL;
  readonly #patience: S3Patience;

  constructor(place: S3Place, patience = PATIENT) {
    this.#patience = patience;
    this.#place = place;
    const { bucket, region, endpoint } = place;
    this.#origin = new URL(endpoint ?? `https://${bucket}.s3.${region}.amazonaws.com`);
    this.#signer = new SignatureV4({
      service: 's3',
      region,
      credentials: {
        accessKeyId: place.credentials.accessKeyId,
        secretAccessKey: place.credentials.secretAccessKey,
        ...(place.credentials.sessionToken !== undefined && {
          sessionToken: place.credentials.sessionToken,
        }),
      },
      sha256: Sha256,
      // S3 alone signs paths as they are sent.
      uriEscapePath: false,
      applyChecksum: true,
    });
  }

  async get(key: string): Promise<S3Object | undefined> {
    const response = await this.#send({ method: 'GET', key });
    if (response.status === 404) return undefined;
    assertOk(response, 'GET');
    return { bytes: await response.bytes(), tag: response.headers.get('etag') ?? '' };
  }

  /** False where the condition did not hold. A try whose answer was lost counts as it ended. */
  async put(key: string, bytes: Uint8Array, condition?: S3Condition): Promise<boolean> {
    const response = await this.#send({
      method: 'PUT',
      key,
      body: bytes,
      headers: headersOf(condition),
    });
    if ([404, 409, 412].includes(response.status) && condition !== undefined) {
      const now = await this.get(key);
      return now !== undefined && Buffer.from(now.bytes).equals(bytes);
    }
    assertOk(response, 'PUT');
    return true;
  }

  /** Keys behind `after` in the order of their bytes. */
  async list(prefix: string, after = ''): Promise<readonly string[]> {
    const all: string[] = [];
    let from = after;
    for (let more = true; more;) {
      const query = { 'list-type': '2', prefix, ...(from !== '' && { 'start-after': from }) };
      const response = await this.#send({ method: 'GET', key: '', query });
      assertOk(response, 'LIST');
      const text = await response.text();
      const keys = [...text.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key);
      all.push(...keys);
      more = text.includes('<IsTruncated>true</IsTruncated>');
      from = keys.at(-1) ?? from;
    }
    return all;
  }

  async #send(request: S3Request): Promise<Response> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const response = await this.#try(request);
        if (response.status < 500 || attempt === this.#patience.tries) return response;
      } catch (error) {
        if (attempt === this.#patience.tries) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, FIRST_WAIT_MS * 2 ** attempt));
    }
  }

  /** Signed anew each time: a signature lives a quarter of an hour. */
  async #try({ method, key, query = {}, headers = {}, body }: S3Request): Promise<Response> {
    const { hostname, port, protocol, host } = this.#origin;
    const bucket = this.#place.endpoint === undefined ? '' : `/${this.#place.bucket}`;
    const signed = await this.#signer.sign({
      method,
      protocol,
      hostname,
      ...(port !== '' && { port: Number(port) }),
      path: `${bucket}/${key}`,
      query,
      headers: { ...headers, host },
      body,
    });
    const url = new URL(`${bucket}/${key}`, this.#origin);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return fetch(url, {
      method,
      headers: signed.headers,
      signal: AbortSignal.timeout(this.#patience.tryMs),
      ...(body !== undefined && { body: Buffer.from(body) }),
    });
  }
}

interface S3Request {
  readonly method: 'GET' | 'PUT';
  /** Letters, digits, `-`, `.` and `/`: what needs no escaping anywhere. */
  readonly key: string;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: Uint8Array;
}

function headersOf(condition: S3Condition | undefined): Record<string, string> {
  if (condition === undefined) return {};
  return condition.tag === null ? { 'if-none-match': '*' } : { 'if-match': condition.tag };
}

function assertOk({ ok, status }: Response, operation: string): void {
  if (!ok) throw new S3Error(operation, status);
}

/** What the signer asks of a hash. */
class Sha256 {
  readonly #hash;
  constructor(secret?: Hashed) {
    this.#hash =
      secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }
  update(data: Hashed): void {
    this.#hash.update(bytesOf(data));
  }
  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest());
  }
  reset(): void {
    throw new Error('Made anew for each text');
  }
}

type Hashed = string | ArrayBuffer | ArrayBufferView;

function bytesOf(data: Hashed): string | Uint8Array {
  if (typeof data === 'string') return data;
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
}
