import * as z from 'zod';

/** A phone number as it is kept and searched: `+84912345678` (ITU-T E.164). */
export const E164 = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/)
  .brand<'E164'>();
export type E164 = z.infer<typeof E164>;

export type PhoneError =
  /** Nobody calls from 1022, 113 or 1900 …: most likely what was noted is whom they called. */
  | { readonly code: 'PHONE_SHORT_NUMBER'; readonly reason: 'short_number' | 'service_number' }
  | { readonly code: 'PHONE_AMBIGUOUS'; readonly reason: 'several_numbers' }
  | { readonly code: 'PHONE_INVALID'; readonly reason: PhoneFault };

export type PhoneFault =
  | 'empty'
  | 'has_letters'
  | 'has_other_signs'
  | 'too_short'
  | 'too_long'
  /** The length is right, but no number begins like this. */
  | 'not_in_use';

/** `+8491*******`: enough to tell an operator or a landline. The end is hidden, because it proves who owns a case. */
export const maskPhone = (phone: string): string =>
  phone.slice(0, SHOWN) + '*'.repeat(Math.max(0, phone.length - SHOWN));
const SHOWN = '+8491'.length;

/** What a citizen proves ownership with. */
export const lastFourDigits = (phone: string): string => phone.slice(-4);
