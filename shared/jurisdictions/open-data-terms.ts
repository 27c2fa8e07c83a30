import type { OpenTerms } from '../domain/open-data/open-terms.ts';
import binhDuong from './binh-duong/open-data.json' with { type: 'json' };

/** Apart from the rest of a province: whoever gives out what is published needs no more of it. */
const files: Readonly<Record<string, unknown>> = { 'binh-duong': binhDuong };

/** Throws at start when there is no such folder. */
export function loadOpenTerms(id: string): OpenTerms {
  const found = files[id];
  if (found === undefined) throw new Error(`No jurisdiction ${id} is bundled`);
  // The build has checked the file (scripts/check-jurisdictions.ts).
  return found as OpenTerms;
}
