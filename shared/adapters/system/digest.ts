import { createHash } from 'node:crypto';
import type { Digest } from '../../domain/hash-chain.ts';
import type { BytesDigest } from '../../domain/text/training/train.ts';

/** SHA-256, base64url. */
export const digest: Digest = (text) => createHash('sha256').update(text).digest('base64url');

/** SHA-256, hexadecimal. */
export const hexDigest: BytesDigest = (bytes) => createHash('sha256').update(bytes).digest('hex');
