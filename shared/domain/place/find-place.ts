import { type Area, type AreaLookup, unitsOf } from '../area-lookup.ts';
import type { AreaCode, DistrictCode } from '../area.ts';
import { onlyOne } from '../only-one.ts';
import {
  asItIs,
  type Candidate,
  distinct,
  type Division,
  type Read,
  readMention,
  sharedDistrict,
  successorsOf,
  within,
} from './candidates.ts';
import type { Landmark } from './landmark.ts';
import { findMentions } from './mentions.ts';
import { areasOf, type PlaceIndex } from './place-index.ts';

/**
 * certain: one place. ambiguous: one of several. approximate: a landmark's likely place, or that of the known point which is
 * nearest. none: nothing was recognised. outside: the point, or the place that was named, is not in the province.
 */
export const CERTAINTIES = ['certain', 'ambiguous', 'approximate', 'none', 'outside'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export interface PlaceFound {
  readonly areaCode: AreaCode | null;
  /** Told also where the place is not, when every candidate lies in it; of wards the former one. */
  readonly districtCode: DistrictCode | null;
  readonly certainty: Certainty;
  readonly candidates: readonly AreaCode[];
  /** The district or commune that was named, where it has ended since and several wards followed it. */
  readonly former: AreaCode | null;
}

/** When a text was written decides which division its names are of. */
export interface TextMoment {
  readonly division: Division;
  /** Local day; undefined where it is not known. */
  readonly day?: string | undefined;
}

export const NOWHERE: PlaceFound = {
  areaCode: null,
  districtCode: null,
  certainty: 'none',
  candidates: [],
  former: null,
};

/** Where a text says that something happened. */
export function findPlace(
  text: string,
  index: PlaceIndex,
  { division, day }: TextMoment = { division: 'unknown' },
): PlaceFound {
  const { places, landmarks, isElsewhere } = findMentions(text, index, day);
  const reads = places.map((mention) => readMention(mention, division, index.areas));
  const named = {
    areas: index.areas,
    division,
    reads,
    districts: new Set(reads.flatMap(({ districts }) => districts)),
    nearby: landmarks.map((landmark) => nearLandmark(landmark, division, index.areas)),
  };
  const found = ofCommunes(named) ?? ofLandmarks(named) ?? ofDistricts(named);
  return found ?? (isElsewhere ? { ...NOWHERE, certainty: 'outside' } : NOWHERE);
}

interface Named {
  readonly areas: AreaLookup;
  readonly division: Division;
  readonly reads: readonly Read[];
  readonly districts: ReadonlySet<DistrictCode>;
  readonly nearby: readonly Nearby[];
}

interface Nearby {
  readonly candidates: readonly Candidate[];
  readonly isLikely: boolean;
}

/** Communes and wards that are named, as far as a district or a landmark beside them tells which. */
function ofCommunes({ areas, division, reads, districts, nearby }: Named): PlaceFound | undefined {
  const named = distinct(reads.flatMap(({ candidates }) => candidates));
  if (named.length === 0) return undefined;
  const inDistricts = within(named, districts);
  if (districts.size > 0 && inDistricts.length === 0) {
    // The words contradict each other, or tell of a way from one place to another.
    const beside = districtsAs(division, [...districts], areas);
    return chosen(distinct([...named, ...beside]), { former: [], isOpen: true });
  }
  const likely = inDistricts.length > 0 ? inDistricts : named;
  const former = areasOf(
    reads.flatMap((read) => read.former),
    areas,
  ).filter((old) =>
    likely.some(
      ({ area, district }) => district === old.districtCode && mayLieIn(old, area, areas),
    ),
  );
  return chosen(likely.length > 1 ? nearLandmarks(likely, nearby) : likely, {
    former: former.map(({ code }) => code),
  });
}

function nearLandmarks(
  candidates: readonly Candidate[],
  nearby: readonly Nearby[],
): readonly Candidate[] {
  const near = nearby.flatMap((landmark) => landmark.candidates);
  const shared = candidates.filter(({ area, district }) =>
    near.some(
      (one) =>
        one.area.code === area.code || (one.area.kind === 'district' && one.district === district),
    ),
  );
  return shared.length > 0 ? shared : candidates;
}

/** What is named beside a place instead of it. */
function ofLandmarks({ districts, nearby }: Named): PlaceFound | undefined {
  const fitting = nearby.flatMap(({ candidates, isLikely }) => {
    const fit = districts.size === 0 ? candidates : within(candidates, districts);
    return fit.length === 0 ? [] : [{ candidates: fit, isLikely }];
  });
  const [first, ...others] = fitting;
  if (first === undefined) return undefined;
  const shared = others.reduce(
    (so, { candidates }) => so.filter(({ area }) => candidates.some((one) => one.area === area)),
    first.candidates,
  );
  const all = distinct(
    shared.length > 0 ? shared : fitting.flatMap(({ candidates }) => candidates),
  );
  const [only] = all;
  // A road of the district that is named as well says no more than that.
  if (all.every(({ area }) => area.kind === 'district') && districts.size > 0) return undefined;
  return chosen(all, {
    former: [],
    isLikely: only !== undefined && fitting.some((one) => one.isLikely),
  });
}

function nearLandmark(
  { areas: codes, certainty }: Landmark,
  division: Division,
  areas: AreaLookup,
): Nearby {
  const listed = areasOf(codes, areas);
  const isLikely = certainty === 'likely';
  const of = (kinds: readonly Area['kind'][]) => listed.filter(({ kind }) => kinds.includes(kind));
  if (division !== 'wards') {
    const old = of(['district', 'commune']);
    return { candidates: (old.length > 0 ? old : listed).map(asItIs), isLikely };
  }
  const wards = of(['ward']);
  if (wards.length > 0) return { candidates: wards.map(asItIs), isLikely };
  return { candidates: distinct(listed.flatMap((old) => successorsOf(old, areas))), isLikely };
}

/** No more than districts is known: since there are none any more, their wards are what it may be. */
function ofDistricts({ areas, division, districts }: Named): PlaceFound | undefined {
  const named = [...districts];
  if (named.length === 0) return undefined;
  // A district code is an area code by its form.
  const former = named as readonly string[] as readonly AreaCode[];
  return chosen(districtsAs(division, named, areas), {
    former: division === 'wards' ? former : [],
  });
}

function districtsAs(
  division: Division,
  districts: readonly DistrictCode[],
  areas: AreaLookup,
): readonly Candidate[] {
  const named = areasOf(districts as readonly string[] as readonly AreaCode[], areas);
  return division === 'wards'
    ? distinct(named.flatMap((district) => successorsOf(district, areas)))
    : named.map(asItIs);
}

interface Choice {
  readonly former: readonly AreaCode[];
  readonly isLikely?: boolean;
  /** No single candidate may be relied on. */
  readonly isOpen?: boolean;
}

function chosen(
  candidates: readonly Candidate[],
  { former, isLikely = false, isOpen = false }: Choice,
): PlaceFound {
  const only = isOpen ? null : onlyOne(candidates);
  const districtCode = isOpen ? null : sharedDistrict(candidates);
  if (only !== null) {
    const certainty = isLikely ? 'approximate' : 'certain';
    return { ...NOWHERE, areaCode: only.area.code, districtCode, certainty };
  }
  return {
    areaCode: null,
    districtCode,
    certainty: 'ambiguous',
    candidates: candidates.map(({ area }) => area.code),
    former: onlyOne(former),
  };
}

/** Whether a unit, of this or another level, is one on whose ground a place may lie. */
export const mayLieIn = (place: Area, unit: Area, areas: AreaLookup): boolean =>
  unitsOf(place, unit.kind, areas).includes(unit.code);
