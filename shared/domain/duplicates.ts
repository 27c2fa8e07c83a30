import type { AreaCode } from './area.ts';
import type { Area, AreaLookup } from './area-lookup.ts';
import type { Case, Instant } from './case.ts';
import type { Service, ServiceCode } from './service-catalog.ts';
import { likeness } from './text/likeness.ts';

/** A report that is compared with others. */
export interface Matter {
  readonly serviceCode: ServiceCode | null;
  readonly areaCode: AreaCode | null;
  readonly at: Instant;
  /** Fingerprint of its words; null where there are none. */
  readonly likeness: Uint8Array | null;
}

export interface OtherCase {
  readonly case: Pick<Case, 'serviceCode' | 'areaCode' | 'receivedAt' | 'status' | 'mergedInto'>;
  readonly likeness: Uint8Array | null;
}

/** Why two reports are taken for one incident. */
export type Resemblance =
  'SAME_SERVICE' | 'SAME_GROUP' | 'SAME_COMMUNE' | 'SAME_DISTRICT' | 'SAME_DAY' | 'SAME_WORDS';

export interface DuplicateScore {
  /** From 0 to 1. */
  readonly score: number;
  readonly because: readonly Resemblance[];
}

/** What is fixed within two weeks is a matter of its own when it happens again; most targets are five working days. */
export const DUPLICATE_WINDOW_DAYS = 14;
/** From here on an agent is shown a candidate: one service in one commune, or like words and the same service or commune. */
export const DUPLICATE_SCORE = 0.5;

const DAY_MS = 86_400_000;
/** Two tellings of one incident seldom share more than half of their words and pairs. */
const ALIKE = 0.5;
const WEIGHTS = { service: 0.35, group: 0.15, commune: 0.25, district: 0.1, day: 0.1, words: 0.3 };

interface Catalogue {
  readonly services: ReadonlyMap<ServiceCode, Pick<Service, 'group'>>;
  readonly areas: AreaLookup;
}

/** Whether a new report may be the same incident as a case: by service, place, age and words. */
export function duplicateScore(
  matter: Matter,
  other: OtherCase,
  catalogue: Catalogue,
): DuplicateScore {
  const ageDays = (Date.parse(matter.at) - Date.parse(other.case.receivedAt)) / DAY_MS;
  const parts = [
    serviceLikeness(matter, other, catalogue),
    placeLikeness(matter, other, catalogue),
    wordLikeness(matter, other),
    {
      score: WEIGHTS.day * Math.max(0, 1 - ageDays / DUPLICATE_WINDOW_DAYS),
      because: ageDays <= 1 ? ['SAME_DAY' as const] : [],
    },
  ];
  return {
    score: parts.reduce((sum, { score }) => sum + score, 0),
    because: parts.flatMap(({ because }) => because),
  };
}

/** An incident is one that is still worked on or was just answered; a duplicate stands for another. */
export const canTakeDuplicates = ({ status, mergedInto }: OtherCase['case']): boolean =>
  mergedInto === null && status !== 'closed';

interface Part {
  readonly score: number;
  readonly because: readonly Resemblance[];
}
const NOTHING: Part = { score: 0, because: [] };

function serviceLikeness(matter: Matter, other: OtherCase, { services }: Catalogue): Part {
  const [a, b] = [matter.serviceCode, other.case.serviceCode];
  if (a === null || b === null) return NOTHING;
  if (a === b) return { score: WEIGHTS.service, because: ['SAME_SERVICE'] };
  return services.get(a)?.group === services.get(b)?.group
    ? { score: WEIGHTS.group, because: ['SAME_GROUP'] }
    : NOTHING;
}

function placeLikeness(matter: Matter, other: OtherCase, { areas }: Catalogue): Part {
  const here = matter.areaCode === null ? undefined : areas.get(matter.areaCode);
  const there = other.case.areaCode === null ? undefined : areas.get(other.case.areaCode);
  if (here === undefined || there === undefined || !mayMeet(here, there)) return NOTHING;
  // Of one of the two no more is known than its district.
  return [here.kind, there.kind].includes('district')
    ? { score: WEIGHTS.district, because: ['SAME_DISTRICT'] }
    : { score: WEIGHTS.commune, because: ['SAME_COMMUNE'] };
}

/** A commune and the ward that took over some of its ground are one neighbourhood to who reports a flood. */
const mayMeet = (here: Area, there: Area): boolean =>
  here.code === there.code ||
  here.successors.includes(there.code) ||
  here.predecessors.includes(there.code) ||
  ([here.kind, there.kind].includes('district') &&
    here.districtCodes.some((district) => there.districtCodes.includes(district)));

function wordLikeness(matter: Matter, other: OtherCase): Part {
  if (matter.likeness === null || other.likeness === null) return NOTHING;
  const share = Math.min(1, likeness(matter.likeness, other.likeness) / ALIKE);
  return { score: WEIGHTS.words * share, because: share >= ALIKE ? ['SAME_WORDS'] : [] };
}
