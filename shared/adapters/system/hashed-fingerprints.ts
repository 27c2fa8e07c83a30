import { createHmac, hkdfSync } from 'node:crypto';
import { CaseId } from '../../domain/case.ts';
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { Fingerprints } from '../../ports/keys.ts';

const KEY_BYTES = 32;
/** 26 letters of 5 bits: no two cases of a province's history share an id. */
const CASE_ID_LENGTH = 26;
/** 128 bits name a request or sign a cursor; shorter than a whole HMAC because every event carries one. */
const SIGNATURE_LENGTH = 22;
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** Fingerprints under keys that are derived from one secret, a key a purpose (HKDF, HMAC-SHA-256). */
export function fingerprintsFrom(secret: string): Fingerprints {
  const keyFor = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, '', `1022/${purpose}`, KEY_BYTES));
  const keys = {
    caseId: keyFor('case-id'),
    caller: keyFor('caller'),
    cursor: keyFor('cursor'),
    request: keyFor('request'),
    likeness: keyFor('likeness'),
    proposal: keyFor('proposal'),
    example: keyFor('example'),
  };
  const hmac = (key: Buffer, text: string): Buffer =>
    createHmac('sha256', key).update(text).digest();
  return {
    caseId: (of) => Promise.resolve(CaseId.parse(base32(hmac(keys.caseId, canonicalJson(of))))),
    caller: (jurisdictionId, phone) =>
      Promise.resolve(hmac(keys.caller, `${jurisdictionId}/${phone}`).toString('base64url')),
    sign: (purpose, text) =>
      Promise.resolve(hmac(keys[purpose], text).toString('base64url').slice(0, SIGNATURE_LENGTH)),
  };
}

const base32 = (bytes: Buffer): string =>
  Array.from(bytes.subarray(0, CASE_ID_LENGTH), (byte) => BASE32[byte % BASE32.length]).join('');
