import type { AreaCode } from '../domain/area.ts';
import type { Case, CaseId, JurisdictionId } from '../domain/case.ts';
import {
  canTakeDuplicates,
  DUPLICATE_SCORE,
  DUPLICATE_WINDOW_DAYS,
  duplicateScore,
  type DuplicateScore,
  type Matter,
} from '../domain/duplicates.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { likeness, likenessOf } from '../domain/text/likeness.ts';
import type { CasePlaces, PlacedCase } from '../ports/case-places.ts';
import type { CaseRepository } from '../ports/case-repository.ts';
import type { Fingerprints } from '../ports/keys.ts';
import type { Clock } from '../ports/system.ts';
import { likenessKey } from './likeness-key.ts';

export interface FindDuplicatesInput extends Pick<Matter, 'serviceCode' | 'areaCode'> {
  readonly jurisdictionId: JurisdictionId;
  readonly words: string;
  /** A case is no duplicate of itself. */
  readonly except?: CaseId | undefined;
}

export interface PossibleDuplicate extends DuplicateScore {
  readonly case: Case;
  /** Reports that follow it already, to `FOLLOWERS_COUNTED`. */
  readonly followers: number;
}

/** Best first, at most `DUPLICATES_SHOWN`. */
export type FindDuplicates = (input: FindDuplicatesInput) => Promise<readonly PossibleDuplicate[]>;

export interface FindDuplicatesPorts {
  readonly cases: Pick<CaseRepository, 'find'>;
  readonly places: CasePlaces;
  readonly fingerprints: Pick<Fingerprints, 'sign'>;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
}

/** Rows of the index that are compared, a place: in a burst the newest are the incident, and its duplicates have left. */
const COMPARED = 200;
/** Cases that are read and scored: 1 R each. */
const SCORED = 12;
/** More than that no agent reads with a caller on the line. */
export const DUPLICATES_SHOWN = 5;
/** Whether it is a burst is told by as many; counting all would make each draft of one dearer than the one before. */
export const FOLLOWERS_COUNTED = 100;
const DAY_MS = 86_400_000;

/** Asks the place, those of the other division on its ground, its districts, and the cases without a place; never all. */
export const createFindDuplicates =
  (ports: FindDuplicatesPorts): FindDuplicates =>
  async ({ jurisdictionId, serviceCode, areaCode, words, except }) => {
    const { fingerprints, clock, jurisdiction } = ports;
    const now = clock.now();
    const key = await likenessKey({ jurisdictionId }, fingerprints);
    const matter = {
      serviceCode,
      areaCode,
      at: now.toISOString(),
      likeness: likenessOf(words, key),
    };
    const since = new Date(now.getTime() - DUPLICATE_WINDOW_DAYS * DAY_MS).toISOString();
    const placed = await Promise.all(
      placesAround(areaCode, jurisdiction).map((place) =>
        ports.places.near({ jurisdictionId, areaCode: place, since, limit: COMPARED }),
      ),
    );
    const likely = placed
      .flat()
      .filter(({ caseId }) => caseId !== except)
      .sort((a, b) => promise(b, matter) - promise(a, matter))
      .slice(0, SCORED);
    const scored = await Promise.all(
      likely.map((one) => scoreOf(one, { jurisdictionId, matter }, ports)),
    );
    const best = scored
      .filter((one) => one !== undefined && one.score >= DUPLICATE_SCORE)
      .sort((a, b) => (b?.score ?? 0) - (a?.score ?? 0))
      .slice(0, DUPLICATES_SHOWN);
    return Promise.all(
      best.flatMap((one) => (one === undefined ? [] : [withFollowers(one, jurisdictionId, ports)])),
    );
  };

function placesAround(
  areaCode: AreaCode | null,
  { areas }: Jurisdiction,
): readonly (AreaCode | null)[] {
  const area = areaCode === null ? undefined : areas.get(areaCode);
  if (area === undefined) return [...new Set([areaCode, null])];
  // A district code is an area code by its form.
  const districts = area.districtCodes as readonly string[] as readonly AreaCode[];
  // The communes and wards of a district are many, and a report of no more than a district is seldom a duplicate.
  const ground = area.kind === 'district' ? [] : [...area.successors, ...area.predecessors];
  return [...new Set([area.code, ...ground, ...districts, null])];
}

/** Before a case is read only its words and age are known; the newest of those with nothing in common still count. */
function promise({ receivedAt, likeness: other }: PlacedCase, matter: Matter): number {
  const age = (Date.parse(matter.at) - Date.parse(receivedAt)) / (DUPLICATE_WINDOW_DAYS * DAY_MS);
  const alike =
    matter.likeness === null || other === null ? 0 : likeness(matter.likeness, bytesOf(other));
  return 2 * alike + (1 - age);
}

async function scoreOf(
  { caseId, likeness: words }: PlacedCase,
  { jurisdictionId, matter }: { readonly jurisdictionId: JurisdictionId; readonly matter: Matter },
  { cases, jurisdiction }: FindDuplicatesPorts,
) {
  const stored = await cases.find(jurisdictionId, caseId);
  if (stored === undefined || !canTakeDuplicates(stored.case)) return undefined;
  const other = { case: stored.case, likeness: words === null ? null : bytesOf(words) };
  return { case: stored.case, ...duplicateScore(matter, other, jurisdiction) };
}

const withFollowers = async <T extends { readonly case: Case }>(
  one: T,
  jurisdictionId: JurisdictionId,
  { places }: FindDuplicatesPorts,
): Promise<T & { readonly followers: number }> => ({
  ...one,
  followers: await places.countFollowers({
    jurisdictionId,
    of: one.case.caseId,
    upTo: FOLLOWERS_COUNTED,
  }),
});

const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'base64url');
