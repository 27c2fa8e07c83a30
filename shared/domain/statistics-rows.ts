import type { AreaKind, AreaLookup } from './area-lookup.ts';
import type { AreaCode } from './area.ts';
import { CHANNELS, Priority } from './channel.ts';
import type { Jurisdiction } from './jurisdiction-lookups.ts';
import type { ServiceCode } from './service-catalog.ts';
import { channelNames, type Named, priorityNames } from './status-names.ts';
import {
  type CountDimension,
  type HeadlineDimension,
  NONE,
  type RoutedDimension,
} from './statistics.ts';
import type { Period } from './statistics-period.ts';
import { isSpan, quarterOf, type Span, spanNames, spanOf, spansOf } from './statistics-spans.ts';
import {
  isRoutingNarrowing,
  ROUTING_NARROWINGS,
  type RoutingNarrowing,
  routingRowOf,
} from './statistics-routing.ts';
import { isPlaceBreakdown, PLACE_BREAKDOWNS, placeRowOf, splitPlace } from './statistics-places.ts';

/** What figures can be broken down by. */
export const BREAKDOWNS = [
  'department',
  'supporting',
  'class',
  'group',
  'service',
  'channel',
  'priority',
  ...PLACE_BREAKDOWNS,
  'month',
  'quarter',
] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** What times can be broken down by. */
export const TIME_BREAKDOWNS = [
  'department',
  'group',
  'service',
  'month',
  'quarter',
] as const satisfies readonly Breakdown[];
export type TimeBreakdown = (typeof TIME_BREAKDOWNS)[number];

/** What deadlines can be broken down by. */
export const DEADLINE_BREAKDOWNS = [
  ...TIME_BREAKDOWNS,
  'class',
  'priority',
] as const satisfies readonly Breakdown[];
export type DeadlineBreakdown = (typeof DEADLINE_BREAKDOWNS)[number];

/** One line of a table before its figures are known. */
export interface RowLabel extends Named {
  /** Null: cases that have none. */
  readonly value: string | null;
  /** Only of a place that may lie in any of these units: it is a row of its own and counts in none of them. */
  readonly among?: readonly AreaCode[];
}

/** The classes of all cases add up to the total, as any dimension does. They are the shortest. */
export function dimensionOf(by: Exclude<Breakdown, 'supporting'> | undefined): CountDimension;
export function dimensionOf(by: Breakdown | undefined): HeadlineDimension;
export function dimensionOf(by: Breakdown | undefined): HeadlineDimension {
  if (by === undefined || isSpan(by)) return 'class';
  if (by === 'group') return 'service';
  return isPlaceBreakdown(by) ? 'area' : by;
}

/** What a list of cases can be narrowed by: any of them by the first, routed ones by all. */
export type Narrowing = Exclude<Breakdown, Span> | RoutingNarrowing;
export const COUNT_NARROWINGS = BREAKDOWNS.filter((by) => !isSpan(by));
export const NARROWINGS: readonly Narrowing[] = [...COUNT_NARROWINGS, ...ROUTING_NARROWINGS];

/** Where the lines of a narrowing are counted. */
export function narrowedDimension(by: Exclude<Narrowing, 'supporting'>): RoutedDimension;
export function narrowedDimension(by: Narrowing): RoutedDimension | 'supporting';
export function narrowedDimension(by: Narrowing): RoutedDimension | 'supporting' {
  if (by === 'agent') return 'agent';
  return isRoutingNarrowing(by) ? 'routing' : dimensionOf(by);
}

/** By which values are added up to places and groups. */
export type Units = Pick<Jurisdiction, 'areas' | 'services'>;

/** The line in which a value of a dimension is added up. */
export function rowOf(value: string, by: Narrowing, { areas, services }: Units): string {
  if (isRoutingNarrowing(by)) return routingRowOf(value, by);
  // What has left the catalogue is of no group any more, and a line of its own.
  if (by === 'group') return services.get(value as ServiceCode)?.group ?? value;
  return isPlaceBreakdown(by) ? placeRowOf(value, by, areas) : value;
}

/**
 * The lines of a table in the catalogue's order, those without any case too; last the cases that have no value, so
 * that the lines add up to the total.
 */
export function rowLabels(
  by: Breakdown | Span,
  { jurisdiction, period }: { readonly jurisdiction: Jurisdiction; readonly period: Period },
): RowLabel[] {
  if (isSpan(by)) {
    const values = spansOf(period, by).map(({ from }) => spanOf(from, by));
    return values.map((value) => ({ value, ...spanNames(value, by) }));
  }
  if (by === 'channel')
    return CHANNELS.map((channel) => ({ value: channel, ...channelNames[channel] }));
  if (by === 'priority')
    return Priority.options.map((value) => ({ value, ...priorityNames[value] }));
  return [...catalogue[by](jurisdiction), { value: null, ...nameless[by] }];
}

/** Figures of a month and a value of the dimension, as they are read. */
interface MonthValue {
  readonly month: string;
  readonly value: string;
}

export interface LabelledGroup<T> {
  readonly label: RowLabel;
  /** Empty for a line of the catalogue without any case. */
  readonly own: readonly T[];
}

/**
 * What belongs into each line of a table. Last come places that lie in no single unit, and values that have left the
 * catalogue since they were counted.
 */
export function groupedByLabel<T extends MonthValue>(
  read: readonly T[],
  by: Breakdown,
  of: { readonly jurisdiction: Jurisdiction; readonly period: Period },
): LabelledGroup<T>[] {
  return groupedUnder(read, {
    listed: rowLabels(by, of),
    keyOf: ({ month, value }) => {
      if (by === 'quarter') return quarterOf(month);
      return by === 'month' ? month : rowOf(value, by, of.jurisdiction);
    },
    unlisted: (value) => unlistedLabel(value, by, of.jurisdiction.areas),
  });
}

/** How the lines of a table are made. */
export interface Lines<T> {
  readonly listed: readonly RowLabel[];
  readonly keyOf: (one: T) => string;
  /** Of a line that is not listed and must still be seen. */
  readonly unlisted: (value: string) => RowLabel;
}

export function groupedUnder<T>(
  read: readonly T[],
  { listed, keyOf, unlisted }: Lines<T>,
): LabelledGroup<T>[] {
  const byKey = Map.groupBy(read, keyOf);
  const known = new Set(listed.map(labelKey));
  const others = [...byKey.keys()].filter((key) => !known.has(key)).sort();
  return [...listed, ...others.map(unlisted)].map((label) => ({
    label,
    own: byKey.get(labelKey(label)) ?? [],
  }));
}

/** Its cases must still be seen. */
export const unlistedLabel = (
  value: string,
  by: Breakdown | Span,
  areas: AreaLookup,
): RowLabel => ({
  value,
  name: value,
  nameEn: value,
  ...(isPlaceBreakdown(by) && splitPlace(value, by, areas)),
});

const labelKey = ({ value }: RowLabel): string => value ?? NONE;

type Catalogued = Exclude<Breakdown, Span | 'channel' | 'priority'>;
interface CatalogueRow extends Named {
  readonly code: string;
}

const labels = (rows: Iterable<CatalogueRow>): RowLabel[] =>
  [...rows].map(({ code, name, nameEn }) => ({ value: code, name, nameEn }));

const catalogue: Readonly<Record<Catalogued, (jurisdiction: Jurisdiction) => RowLabel[]>> = {
  department: ({ departments }) => labels(departments.values()),
  supporting: ({ departments }) => labels(departments.values()),
  class: ({ classes }) => labels(classes),
  group: ({ groups }) => labels(groups),
  service: ({ services }) => labels(services.values()),
  district: ({ areas }) => labels(ofKind('district', areas)),
  commune: ({ areas }) => labels(ofKind('commune', areas)),
  ward: ({ areas }) => labels(ofKind('ward', areas)),
};

const ofKind = (level: AreaKind, areas: AreaLookup) =>
  [...areas.values()].filter(({ kind }) => kind === level);

const SERVICELESS: Named = { name: 'Chưa xác định lĩnh vực', nameEn: 'No service yet' };
const PLACELESS: Named = { name: 'Chưa rõ địa bàn', nameEn: 'Place not known' };

const nameless: Readonly<Record<Catalogued, Named>> = {
  department: {
    name: 'Chưa có đơn vị chủ trì (tại tổng đài)',
    nameEn: 'No lead department (at the desk)',
  },
  supporting: { name: 'Không có đơn vị phối hợp', nameEn: 'Nobody supports' },
  class: { name: 'Chưa phân loại', nameEn: 'Not yet classified' },
  group: SERVICELESS,
  service: SERVICELESS,
  district: PLACELESS,
  commune: PLACELESS,
  ward: PLACELESS,
};
