import { type Channel, CHANNELS } from './case.ts';
import type { Jurisdiction } from './jurisdiction-lookups.ts';
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
export interface RowLabel {
  /** Null: cases that have none. */
  readonly value: string | null;
  readonly name: string;
  readonly nameEn: string;
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
interface Named {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

const labels = (rows: Iterable<Named>): RowLabel[] =>
  [...rows].map(({ code, name, nameEn }) => ({ value: code, name, nameEn }));

const catalogue: Readonly<Record<Catalogued, (jurisdiction: Jurisdiction) => RowLabel[]>> = {
  department: ({ departments }) => labels(departments.values()),
  class: ({ classes }) => labels(classes),
  service: ({ services }) => labels(services.values()),
  district: ({ districts }) => labels(districts),
};

const nameless: Readonly<Record<Catalogued, Omit<RowLabel, 'value'>>> = {
  department: {
    name: 'Chưa có đơn vị chủ trì (tại tổng đài)',
    nameEn: 'No lead department (at the desk)',
  },
  class: { name: 'Chưa phân loại', nameEn: 'Not yet classified' },
  service: { name: 'Chưa xác định lĩnh vực', nameEn: 'No service yet' },
  district: { name: 'Chưa rõ địa bàn', nameEn: 'Place not known' },
};

const channelNames: Readonly<Record<Channel, Omit<RowLabel, 'value'>>> = {
  phone: { name: 'Điện thoại', nameEn: 'Phone' },
  walk_in: { name: 'Trực tiếp', nameEn: 'Walk-in' },
  zalo: { name: 'Zalo', nameEn: 'Zalo' },
  sms: { name: 'Tin nhắn SMS', nameEn: 'SMS' },
  email: { name: 'Thư điện tử', nameEn: 'E-mail' },
  web: { name: 'Cổng thông tin', nameEn: 'Web portal' },
  app: { name: 'Ứng dụng di động', nameEn: 'Mobile app' },
  open311: { name: 'Open311', nameEn: 'Open311' },
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
