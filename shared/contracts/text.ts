import * as z from 'zod';
import { plainText } from '../domain/text/clean.ts';
import { LIMITS } from './limits.ts';

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
