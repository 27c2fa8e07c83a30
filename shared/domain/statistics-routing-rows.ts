import type { Jurisdiction } from './jurisdiction-lookups.ts';
import { type Role, SYSTEM } from './actor.ts';
import type { Named } from './status-names.ts';
import { NONE, type RoutedDimension } from './statistics.ts';
import type { Period } from './statistics-period.ts';
import {
  BY_CATALOGUE,
  BY_PERSON,
  isRoutingNarrowing,
  ROUTING_NARROWINGS,
  type RoutingNarrowing,
  routingRowOf,
} from './statistics-routing.ts';
import { isSpan } from './statistics-spans.ts';
import {
  BREAKDOWNS,
  dimensionOf,
  groupedByLabel,
  groupedUnder,
  type LabelledGroup,
  type Lines,
  narrowedDimension,
  type RowLabel,
} from './statistics-rows.ts';

/** What routing can be broken down by: as the headline, of which it is the lead's, and by who and what decided. */
export const ROUTING_BREAKDOWNS = [
  ...BREAKDOWNS.filter((by) => by !== 'supporting'),
  ...ROUTING_NARROWINGS,
] as const;
export type RoutingBreakdown = (typeof ROUTING_BREAKDOWNS)[number];

/** And returns by who refused and whom they named. */
export const RETURN_BREAKDOWNS = [...ROUTING_BREAKDOWNS, 'pair'] as const;
export type ReturnBreakdown = (typeof RETURN_BREAKDOWNS)[number];

/** Figures of persons are for those who lead them, and for nobody's curiosity. */
const LEADS_AGENTS: readonly Role[] = ['supervisor', 'manager'];

export interface BreakdownRefused {
  readonly code: 'BREAKDOWN_NOT_PERMITTED';
  readonly breakdown: 'agent';
}

export const AGENTS_REFUSED: BreakdownRefused = {
  code: 'BREAKDOWN_NOT_PERMITTED',
  breakdown: 'agent',
};

export const mayBreakDown = (by: string | undefined, role: Role): boolean =>
  by !== 'agent' || LEADS_AGENTS.includes(role);

/** Where the figures of a breakdown lie; pairs have no dimension but of returns. */
export const routedDimensionOf = (
  by: Exclude<ReturnBreakdown, 'pair'> | undefined,
): RoutedDimension =>
  by === undefined || isSpan(by) ? dimensionOf(undefined) : narrowedDimension(by);

export interface RowSources {
  readonly jurisdiction: Jurisdiction;
  readonly period: Period;
  /** Names of staff by their subject, where agents are asked for. */
  readonly staff: ReadonlyMap<string, string>;
}

interface MonthValue {
  readonly month: string;
  readonly value: string;
}

/** What belongs into each line of a table. Of models, agents and pairs only those that were counted have one. */
export function groupedByRouting<T extends MonthValue>(
  read: readonly T[],
  by: ReturnBreakdown,
  sources: RowSources,
): LabelledGroup<T>[] {
  if (by !== 'pair' && !isRoutingNarrowing(by)) return groupedByLabel(read, by, sources);
  return groupedUnder(read, {
    ...routingLabels(by, sources),
    keyOf: ({ value }) => (by === 'pair' ? value : routingRowOf(value, by)),
  });
}

/** What the lines by who and what decided are called. */
export function routingLabels(
  by: RoutingNarrowing | 'pair',
  sources: RowSources,
): Omit<Lines<unknown>, 'keyOf'> {
  if (by === 'model') return { listed: [], unlisted: modelLabel };
  if (by === 'rule') return { listed: waysOf(sources), unlisted: wayLabel };
  return { listed: [], unlisted: (by === 'agent' ? agentLabel : pairLabel)(sources) };
}

const same = (value: string, name: string): RowLabel => ({ value, name, nameEn: name });

const modelLabel = (value: string): RowLabel =>
  value === NONE
    ? { value: null, name: 'Không có đề xuất của máy', nameEn: 'Nothing was proposed' }
    : same(value, value);

const wayLabel = (value: string): RowLabel => (value === NONE ? NO_WAY : same(value, value));

const NO_WAY: RowLabel = { value: null, name: 'Chưa chuyển xử lý', nameEn: 'Not forwarded' };

/** In the order in which they are tried, then the catalogue, then people. */
const waysOf = ({ jurisdiction }: RowSources): RowLabel[] => [
  ...jurisdiction.rules.map(({ code, name, nameEn }) => ({ value: code, name, nameEn })),
  { value: BY_CATALOGUE, name: 'Theo danh mục lĩnh vực', nameEn: 'By the service catalogue' },
  { value: BY_PERSON, name: 'Do người chọn', nameEn: 'Chosen by a person' },
];

/** Nobody's id is `-`; `system` routes what came in by itself. */
const agentLabel =
  ({ staff }: RowSources) =>
  (value: string): RowLabel => {
    if (value === NONE) return { value: null, name: 'Không rõ', nameEn: 'Not known' };
    if (value === SYSTEM.id) return { value, name: 'Tự động', nameEn: 'By itself' };
    return same(value, staff.get(value) ?? value);
  };

/** `SGTVT/TA`: refused by the one, who named the other. */
const pairLabel =
  ({ jurisdiction: { departments } }: RowSources) =>
  (value: string): RowLabel => {
    const [from = NONE, proposed = NONE] = value.split('/');
    const names = [from, proposed].map((code) => nameOf(code, [...departments.values()]));
    const joined = (key: keyof Named) => names.map((named) => named[key]).join(' → ');
    return { value, name: joined('name'), nameEn: joined('nameEn') };
  };

/** A department that left the catalogue since is shown by its code. */
function nameOf(code: string, departments: readonly (Named & { readonly code: string })[]): Named {
  if (code === NONE) return { name: 'không nêu đơn vị', nameEn: 'nobody named' };
  return departments.find((one) => one.code === code) ?? same(code, code);
}
