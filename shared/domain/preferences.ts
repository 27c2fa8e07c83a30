import * as z from 'zod';

/** More filters than fit on a screen help nobody find one. */
export const FILTER_LIMIT = 20;

/** A list as somebody likes to see it: the address of the screen holds all of it. */
export const SavedFilter = z.strictObject({
  name: z.string().min(1),
  /** Which list: `inbox`, `queue`. */
  view: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  /** The query of the screen's address. */
  query: z.string().max(500),
});

/** How a person likes the screens. */
export const Preferences = z.strictObject({
  language: z.enum(['vi', 'en']),
  colourScheme: z.enum(['light', 'dark', 'system']),
  savedFilters: z.array(SavedFilter).max(FILTER_LIMIT),
});
export type Preferences = z.infer<typeof Preferences>;

/** Of somebody who has chosen nothing yet. */
export const DEFAULT_PREFERENCES: Preferences = {
  language: 'vi',
  colourScheme: 'system',
  savedFilters: [],
};
