import { createHash } from 'node:crypto';
import type { Digest } from '../../domain/hash-chain.ts';

/** SHA-256, base64url. */
export const digest: Digest = (text) => createHash('sha256').update(text).digest('base64url');
