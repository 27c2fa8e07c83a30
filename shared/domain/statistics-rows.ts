import { CHANNELS } from './case.ts';
import type { Jurisdiction } from './jurisdiction-lookups.ts';
import { channelNames, type Named } from './status-names.ts';
import { type Dimension, NONE } from './statistics.ts';
import { monthsOf, type Period } from './statistics-period.ts';

/** What figures can be broken down by. */
export const BREAKDOWNS = [
  'department',
  'class',
  'service',
  'channel',
  'district',
  'month',
] as const;
export type Breakdown = (typeof BREAKDOWNS)[number];

/** One line of a table before its figures are known. */
export interface RowLabel extends Named {
  /** Null: cases that have none. */
  readonly value: string | null;
}

export const dimensionOf = (by: Breakdown | undefined): Dimension =>
  by === undefined || by === 'month' ? 'total' : by;

/**
 * The lines of a table in the catalogue's order, those without any case too; last the cases that have no value, so
 * that the lines add up to the total.
 */
export function rowLabels(
  by: Breakdown,
  { jurisdiction, period }: { readonly jurisdiction: Jurisdiction; readonly period: Period },
): RowLabel[] {
  if (by === 'month') return monthsOf(period).map(({ month }) => monthLabel(month));
  if (by === 'channel')
    return CHANNELS.map((channel) => ({ value: channel, ...channelNames[channel] }));
  return [...catalogue[by](jurisdiction), { value: null, ...nameless[by] }];
}

/** For a value that was counted and has left the catalogue since: its cases must still be seen. */
export const unlistedLabel = (value: string): RowLabel => ({ value, name: value, nameEn: value });

export const labelKey = ({ value }: RowLabel): string => value ?? NONE;

type Catalogued = Exclude<Breakdown, 'month' | 'channel'>;
interface CatalogueRow extends Named {
  readonly code: string;
}

const labels = (rows: Iterable<CatalogueRow>): RowLabel[] =>
  [...rows].map(({ code, name, nameEn }) => ({ value: code, name, nameEn }));

const catalogue: Readonly<Record<Catalogued, (jurisdiction: Jurisdiction) => RowLabel[]>> = {
  department: ({ departments }) => labels(departments.values()),
  class: ({ classes }) => labels(classes),
  service: ({ services }) => labels(services.values()),
  district: ({ districts }) => labels(districts),
};

const nameless: Readonly<Record<Catalogued, Named>> = {
  department: {
    name: 'Chưa có đơn vị chủ trì (tại tổng đài)',
    nameEn: 'No lead department (at the desk)',
  },
  class: { name: 'Chưa phân loại', nameEn: 'Not yet classified' },
  service: { name: 'Chưa xác định lĩnh vực', nameEn: 'No service yet' },
  district: { name: 'Chưa rõ địa bàn', nameEn: 'Place not known' },
};

function monthLabel(month: string): RowLabel {
  const [year = '', ofYear = ''] = month.split('-');
  return {
    value: month,
    name: `Tháng ${Number(ofYear)}/${year}`,
    nameEn: `${MONTHS_EN[Number(ofYear) - 1] ?? ofYear} ${year}`,
  };
}

const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
