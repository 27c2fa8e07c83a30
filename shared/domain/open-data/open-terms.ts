import * as z from 'zod';

const named = { name: z.string().min(1), nameEn: z.string().min(1) };

/** Who publishes, and what others may do with it: data of the jurisdiction (`open-data.json`). */
export const OpenTerms = z.strictObject({
  note: z.string().optional(),
  publisher: z.strictObject({ ...named, url: z.url().optional() }),
  licence: z.strictObject({
    /** Of the SPDX list: `CC-BY-4.0`. */
    id: z.string().regex(/^[A-Za-z0-9.-]+$/),
    ...named,
    url: z.url(),
    /** What whoever uses the data must say. */
    attribution: z.string().min(1),
    attributionEn: z.string().min(1),
  }),
});
export type OpenTerms = z.infer<typeof OpenTerms>;
