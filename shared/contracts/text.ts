import * as z from 'zod';
import { plainText } from '../domain/text/clean.ts';

/** Limits in characters after NFC; what is longer belongs into an attachment or a second case. */
export const LIMITS = {
  /** A 200-word complaint has about 1,200 characters; this leaves room for a pasted letter of several pages. */
  description: 20_000,
  /** An answer with its legal basis: about 4,000 words. */
  answer: 20_000,
  note: 4_000,
  name: 120,
  address: 300,
  email: 254,
  phone: 40,
  /** Two lines in a list; 25 of them fit into the read budget of an inbox page. */
  summary: 120,
} as const;

export const Description = plainText({ min: 1, max: LIMITS.description });
export const AnswerText = plainText({ min: 1, max: LIMITS.answer });
export const NoteText = plainText({ min: 1, max: LIMITS.note });
export const Summary = plainText({ min: 1, max: LIMITS.summary });
export const PersonName = plainText({ min: 1, max: LIMITS.name });
export const Address = plainText({ min: 1, max: LIMITS.address });
export const Email = z.email().max(LIMITS.email);
/** As dictated or pasted, with whatever signs a contact list put around it; normalised to E.164 before it is kept. */
export const PhoneText = z.string().min(1).max(LIMITS.phone);
/** Proves that a citizen owns the case: the end of the phone number that was given with it. */
export const PhoneLast4 = z.string().regex(/^\d{4}$/);
