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
 * Requests to one bucket, signed with the SDK's own signer. The whole client would put a third on top of what starting a function
 * costs (docs/adr/0011-learning.md).
 */
export class S3Requests {
  readonly #place: S3Place;
  readonly #signer: SignatureV4;
  readonly #origin: URL;
  readonly #patience: S3Patience;

  constructor(place: S3Place, patience = PATIENT) {
    this.#patience = patience;
    this.#place = place;
    this.#origin = originOf(place);
    this.#signer = signerFor(place);
  }

  async send(request: S3Request): Promise<Response> {
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
    const path = pathOf(this.#place, key);
    const signed = await this.#signer.sign({
      method,
      protocol,
      hostname,
      ...(port !== '' && { port: Number(port) }),
      path,
      query,
      headers: { ...headers, host },
      body,
    });
    const url = new URL(path, this.#origin);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return fetch(url, {
      method,
      headers: signed.headers,
      signal: AbortSignal.timeout(this.#patience.tryMs),
      ...(body !== undefined && { body: Buffer.from(body) }),
    });
  }
}

export interface S3Request {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  /** Letters, digits, `-`, `.` and `/`: what needs no escaping anywhere. */
  readonly key: string;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly body?: Uint8Array;
}

/** S3's own host names the bucket, any other address is that of all buckets. */
export const originOf = ({ bucket, region, endpoint }: S3Place): URL =>
  new URL(endpoint ?? `https://${bucket}.s3.${region}.amazonaws.com`);

export const pathOf = ({ bucket, endpoint }: S3Place, key: string): string =>
  endpoint === undefined ? `/${key}` : `/${bucket}/${key}`;

export const signerFor = ({ region, credentials }: S3Place): SignatureV4 =>
  new SignatureV4({
    service: 's3',
    region,
    credentials: {
      accessKeyId: credentials.accessKeyId,
      secretAccessKey: credentials.secretAccessKey,
      ...(credentials.sessionToken !== undefined && { sessionToken: credentials.sessionToken }),
    },
    sha256: Sha256,
    // S3 alone signs paths as they are sent.
    uriEscapePath: false,
    applyChecksum: true,
  });

export function assertOk({ ok, status }: Response, operation: string): void {
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
