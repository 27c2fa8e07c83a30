import * as z from 'zod';

/**
 * What identifies a person or may: kept sealed in its own item, apart from case and events, so that it can be
 * forgotten without touching the history (docs/adr/0006).
 */
export const PersonalData = z.strictObject({
  name: z.string().nullable(),
  /** E.164. */
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  /** The citizen's own words. */
  description: z.string(),
  /** Where it happened, in words. */
  place: z.string().nullable(),
});
export type PersonalData = z.infer<typeof PersonalData>;

/** What a case is judged by: the citizen's words and where it happened. */
export const wordsOf = ({
  description,
  place,
}: Pick<PersonalData, 'description' | 'place'>): string =>
  place === null ? description : `${description}\n${place}`;
