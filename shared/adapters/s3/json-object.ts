import type * as z from 'zod';

export const bytesOfJson = (value: unknown): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(value));

/** Parsed on the way out too: what lies in S3 may be of another release. */
export const fromJson = <S extends z.ZodType>(schema: S, bytes: Uint8Array): z.infer<S> =>
  schema.parse(JSON.parse(new TextDecoder().decode(bytes)));
