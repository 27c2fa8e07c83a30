import type { parsePhoneNumberFromString, PhoneNumber } from 'libphonenumber-js/min';
import { currentMobile } from './phone-old-prefixes.ts';
import { E164, type PhoneError, type PhoneFault } from './phone.ts';
import { err, ok, type Result } from './result.ts';

/**
 * Reads a number as dictated or pasted, in E.164. Without a country code it is Vietnamese. Mobile numbers of 11 digits, as
 * written until 2018, become those of today. Two numbers in one field are refused, not guessed at.
 */
export type NormalisePhone = (text: string) => Result<E164, PhoneError>;

/** With the table of the world's numbers, which a function loads for the first call that brings one, not for every start. */
export async function loadNormalisePhone(): Promise<NormalisePhone> {
  const { parsePhoneNumberFromString: parse } = await import('libphonenumber-js/min');
  return (text) => normalise(text, parse);
}

type Parse = typeof parsePhoneNumberFromString;

function normalise(text: string, parse: Parse): Result<E164, PhoneError> {
  if (text.length > LONGEST_TEXT) return invalid('too_long');
  // NFKC: full-width digits and hard spaces. Cf: what contact lists put round a number when it is copied.
  const tidy = text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();
  const parts = tidy.split(BETWEEN_NUMBERS).filter((part) => /\d/.test(part));
  if (parts.length > 1 && parts.some((part) => readOne(part, parse).ok)) return several;
  const read = readOne(parts.length > 1 ? parts.join(' ') : tidy, parse);
  return !read.ok && read.error.code === 'PHONE_INVALID' && isTwoNumbers(tidy, parse)
    ? several
    : read;
}

/** Two numbers with their separators and the word between them are about 40 characters. */
const LONGEST_TEXT = 100;
/** 0912 345 678/0913 456 789, 0912345678 hoặc 0913456789, 3822888 - 3822999. */
const BETWEEN_NUMBERS = /[/;,|&\n]|\s[-–—]\s|\s(?:hoặc|hay|và|or|and)\s/iu;
const several = err({ code: 'PHONE_AMBIGUOUS', reason: 'several_numbers' } as const);

const invalid = (reason: PhoneFault): Result<E164, PhoneError> =>
  err({ code: 'PHONE_INVALID', reason });

function readOne(text: string, parse: Parse): Result<E164, PhoneError> {
  if (text === '') return invalid('empty');
  if (/\p{L}/u.test(text)) return invalid('has_letters');
  if (!/^\+?[\d\s().\p{Pd}]+$/u.test(text)) return invalid('has_other_signs');
  const number = parse(text, { defaultCountry: 'VN', extract: false });
  if (!number) return invalid(faultOfUnknown(text.replace(/\D/g, '').length));
  return number.countryCallingCode === '84' ? readVietnamese(number) : readForeign(number);
}

/** 3 to 5 digits from 1 on (113, 1022), with an area code as well (0274 1022), and the codes for SMS (8088). */
const SHORT = /^(?:2\d{1,2})?1\d{2,3}$|^1\d{4}$|^[4-9]\d{3}$/;
/** 1800 and 1900 only receive calls. */
const SERVICE = /^1[89]00\d{2,6}$/;

function readVietnamese(number: PhoneNumber): Result<E164, PhoneError> {
  const { nationalNumber } = number;
  if (SERVICE.test(nationalNumber))
    return err({ code: 'PHONE_SHORT_NUMBER', reason: 'service_number' });
  if (SHORT.test(nationalNumber))
    return err({ code: 'PHONE_SHORT_NUMBER', reason: 'short_number' });
  const current = currentMobile(nationalNumber);
  if (current !== undefined) return ok(E164.parse(`+84${current}`));
  // The small metadata knows lengths rather than prefixes, and takes any ten digits from 1 on for a number.
  return number.isValid() && !nationalNumber.startsWith('1')
    ? ok(E164.parse(number.number))
    : invalid(faultOfVietnamese(nationalNumber));
}

const readForeign = (number: PhoneNumber): Result<E164, PhoneError> =>
  number.isValid() ? ok(E164.parse(number.number)) : invalid('not_in_use');

/** After the 0, a mobile number has 9 digits and a landline 10. */
function faultOfVietnamese(nationalNumber: string): PhoneFault {
  if (nationalNumber.length < 9) return 'too_short';
  return nationalNumber.length > (/^[35789]/.test(nationalNumber) ? 9 : 10)
    ? 'too_long'
    : 'not_in_use';
}

/** Of digits that no country has numbers of. E.164 allows 15. */
function faultOfUnknown(digits: number): PhoneFault {
  if (digits < 3) return 'too_short';
  return digits > 15 ? 'too_long' : 'not_in_use';
}

/** "0912 345 678 0913 456 789": nothing but spaces between them. */
function isTwoNumbers(text: string, parse: Parse): boolean {
  const groups = text.split(/[^\d+]+/).filter((group) => group !== '');
  return groups.some(
    (_, at) =>
      at > 0 &&
      readOne(groups.slice(0, at).join(' '), parse).ok &&
      readOne(groups.slice(at).join(' '), parse).ok,
  );
}
