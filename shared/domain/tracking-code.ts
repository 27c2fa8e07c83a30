import * as z from 'zod';
import { err, ok, type Result } from './result.ts';

/**
 * The 25 signs of a tracking code, chosen to be read aloud in Vietnamese. Digits first, whose names are never
 * confused. Of letters that look or sound alike only one is in: not O, I, L (0, 1), S and Z (5, 2), B (P, 8), N (M),
 * C and Q (K: all three are "cờ"), J (G), W (V).
 */
const SIGNS = '0123456789ADEFGHKMPRTUVXY';
const LENGTH = 12;
const SIGNS_ALONE = new RegExp(`^[${SIGNS}]{${LENGTH}}$`);

/** How a sign that is not in a code is most likely meant. Nothing else is guessed. */
const MEANT: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', Đ: 'D' };

/** Bytes to make a code from: 128 bits, so that the remainder by 25^11 (51 bits) is even to one part in 2^76. */
export const TRACKING_CODE_BYTES = 16;

/** `7K3M-0D9P-4RXA`: what a citizen holds, with its check sign last. Made by `makeTrackingCode`. */
export const TrackingCode = z
  .string()
  .regex(new RegExp(`^[${SIGNS}]{4}-[${SIGNS}]{4}-[${SIGNS}]{4}$`))
  .refine((text) => weighted(text.replaceAll('-', '')) === 0, { error: 'wrong check sign' })
  .brand<'TrackingCode'>();
export type TrackingCode = z.infer<typeof TrackingCode>;

export interface TrackingCodeError {
  readonly code: 'TRACKING_CODE_MALFORMED' | 'TRACKING_CODE_MISTYPED';
}

/** `random` is TRACKING_CODE_BYTES or more from a secure source; throws with fewer, which is a fault of the caller. */
export function makeTrackingCode(random: Uint8Array): TrackingCode {
  if (random.length < TRACKING_CODE_BYTES)
    throw new RangeError(`A tracking code needs ${TRACKING_CODE_BYTES} random bytes.`);
  let rest = random.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
  let signs = '';
  while (signs.length < LENGTH - 1) {
    signs += SIGNS.charAt(Number(rest % BigInt(SIGNS.length)));
    rest /= BigInt(SIGNS.length);
  }
  return TrackingCode.parse(written(signs + checkSign(signs)));
}

/**
 * Reads a code as a person may write it: in lower case, with or without dashes, spaces or dots, O for 0, I or L for 1.
 * TRACKING_CODE_MISTYPED when it has the form of a code and a wrong check sign: one wrong sign, two neighbours
 * swapped and the like are always found.
 */
export function parseTrackingCode(text: string): Result<TrackingCode, TrackingCodeError> {
  const signs = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.\p{Pd}\p{Cf}]/gu, '')
    .replace(/[OILĐ]/g, (sign) => MEANT[sign] ?? sign);
  if (!SIGNS_ALONE.test(signs)) return err({ code: 'TRACKING_CODE_MALFORMED' });
  const parsed = TrackingCode.safeParse(written(signs));
  return parsed.success ? ok(parsed.data) : err({ code: 'TRACKING_CODE_MISTYPED' });
}

/**
 * Pure system of ISO 7064 (radix 2) with 25 for the modulus. 2 and 3 have inverses modulo 25, so it catches every
 * single substitution, every swap of neighbours, every swap across one sign and every pair of twins mistaken for another.
 */
function checkSign(signs: string): string {
  const sum = weighted(signs) * 2;
  return SIGNS.charAt((SIGNS.length - (sum % SIGNS.length)) % SIGNS.length);
}

/** Horner's rule: each sign counts twice as much as the one after it. */
const weighted = (signs: string): number =>
  signs.split('').reduce((sum, sign) => (sum * 2 + SIGNS.indexOf(sign)) % SIGNS.length, 0);

const written = (signs: string): string =>
  [signs.slice(0, 4), signs.slice(4, 8), signs.slice(8)].join('-');
