import { assertOk, S3Error, type S3Place, S3Requests } from './s3-requests.ts';

/** S3 takes no smaller part, but for the last. */
export const LEAST_PART_BYTES = 5 * 1024 * 1024;

/** A part of some 10 MB takes a second inside a region; a connection that hangs must not take the whole run. */
const PATIENCE = { tries: 4, tryMs: 60_000 };

export interface S3Upload {
  readonly key: string;
  readonly uploadId: string;
}

export interface S3NewObject {
  readonly key: string;
  readonly contentType: string;
}

/** Objects that come part by part: S3 shows nothing of one before it is complete. */
export class S3Uploads {
  readonly #requests: S3Requests;

  constructor(place: S3Place) {
    this.#requests = new S3Requests(place, PATIENCE);
  }

  async begin({ key, contentType }: S3NewObject): Promise<string> {
    const headers = { 'content-type': contentType };
    const response = await this.#requests.send({
      method: 'POST',
      key,
      query: { uploads: '' },
      headers,
    });
    assertOk(response, 'CREATE UPLOAD');
    const uploadId = /<UploadId>([^<]+)<\/UploadId>/.exec(await response.text())?.[1];
    if (uploadId === undefined) throw new S3Error('CREATE UPLOAD', response.status);
    return uploadId;
  }

  /** Gives the tag of the part. */
  async part({ key, uploadId }: S3Upload, number: number, body: Uint8Array): Promise<string> {
    const query = { partNumber: String(number), uploadId };
    const response = await this.#requests.send({ method: 'PUT', key, query, body });
    assertOk(response, 'UPLOAD PART');
    return response.headers.get('etag') ?? '';
  }

  /**
   * Makes the object of its parts; once more changes nothing.
   * @throws where there is neither the upload nor the object: it was aborted.
   */
  async complete({ key, uploadId }: S3Upload, tags: readonly string[]): Promise<void> {
    const parts = tags.map(
      (tag, index) =>
        `<Part><PartNumber>${index + 1}</PartNumber><ETag>${tag.replaceAll('"', '&quot;')}</ETag></Part>`,
    );
    const text = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`;
    const response = await this.#requests.send({
      method: 'POST',
      key,
      query: { uploadId },
      body: Buffer.from(text),
    });
    if (response.status === 404) return this.#assertThere(key);
    assertOk(response, 'COMPLETE UPLOAD');
    // S3 may say 200 at once and only then find that it cannot.
    if (!(await response.text()).includes('<CompleteMultipartUploadResult'))
      throw new S3Error('COMPLETE UPLOAD', response.status);
  }

  async #assertThere(key: string): Promise<void> {
    assertOk(await this.#requests.send({ method: 'HEAD', key }), 'HEAD');
  }

  async abort({ key, uploadId }: S3Upload): Promise<void> {
    const response = await this.#requests.send({ method: 'DELETE', key, query: { uploadId } });
    if (response.status !== 404) assertOk(response, 'ABORT UPLOAD');
  }
}
