import { assertOk, type S3Patience, type S3Place, S3Requests } from './s3-requests.ts';

export interface S3Object {
  readonly bytes: Uint8Array;
  /** Names this content. */
  readonly tag: string;
}

/** Only if the object is still that one; null: only if there is none. */
export type S3Condition = { readonly tag: string | null };

/** Objects of one bucket, as they are used here. */
export class S3Objects {
  readonly #requests: S3Requests;

  constructor(place: S3Place, patience?: S3Patience) {
    this.#requests = new S3Requests(place, patience);
  }

  async get(key: string): Promise<S3Object | undefined> {
    const response = await this.#requests.send({ method: 'GET', key });
    if (response.status === 404) return undefined;
    assertOk(response, 'GET');
    return { bytes: await response.bytes(), tag: response.headers.get('etag') ?? '' };
  }

  /** The new tag; undefined where the condition did not hold. A try whose answer was lost counts as it ended. */
  async put(key: string, bytes: Uint8Array, condition?: S3Condition): Promise<string | undefined> {
    const response = await this.#requests.send({
      method: 'PUT',
      key,
      body: bytes,
      headers: headersOf(condition),
    });
    if ([404, 409, 412].includes(response.status) && condition !== undefined) {
      const now = await this.get(key);
      return now !== undefined && Buffer.from(now.bytes).equals(bytes) ? now.tag : undefined;
    }
    assertOk(response, 'PUT');
    return response.headers.get('etag') ?? '';
  }

  /** Keys behind `after` in the order of their bytes. */
  async list(prefix: string, after = ''): Promise<readonly string[]> {
    const all: string[] = [];
    let from = after;
    for (let more = true; more;) {
      const query = { 'list-type': '2', prefix, ...(from !== '' && { 'start-after': from }) };
      const response = await this.#requests.send({ method: 'GET', key: '', query });
      assertOk(response, 'LIST');
      const text = await response.text();
      const keys = [...text.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key = '']) => key);
      all.push(...keys);
      more = text.includes('<IsTruncated>true</IsTruncated>');
      from = keys.at(-1) ?? from;
    }
    return all;
  }
}

function headersOf(condition: S3Condition | undefined): Record<string, string> {
  if (condition === undefined) return {};
  return condition.tag === null ? { 'if-none-match': '*' } : { 'if-match': condition.tag };
}
