import * as z from 'zod';
import type { Session } from '../client/session.ts';
import type { PlannedCase } from './plan.ts';
import { PUBLISHED } from './published.ts';

/** One figure: what was published (or planned, for a part of the period) beside what the API says. */
export interface Line {
  readonly name: string;
  readonly expected: string;
  readonly measured: string;
}

export interface Period {
  readonly from: string;
  readonly to: string;
}

export interface Expected {
  readonly received: number;
  readonly procedure: number;
  readonly field_report: number;
  readonly information: number;
  readonly departments: number;
  readonly satisfactoryPercent: number;
}

/** What the plan itself says of the cases that were played. */
export function expectedOf(played: readonly PlannedCase[]): Expected {
  const forwarded = played.flatMap(({ forward }) => (forward === undefined ? [] : [forward]));
  const good = forwarded.filter(({ fate }) => fate === 'satisfied' || fate === 'acceptable').length;
  const ofClass = (name: string) => played.filter(({ service }) => service.class === name).length;
  return {
    received: played.length,
    procedure: ofClass('procedure'),
    field_report: ofClass('field_report'),
    information: ofClass('information'),
    departments: new Set(forwarded.map(({ lead }) => lead)).size,
    satisfactoryPercent: percent(good, forwarded.length),
  };
}

export const isWhole = ({ from, to }: Period): boolean =>
  from === PUBLISHED.from && to === PUBLISHED.to;

const Counts = z.object({ received: z.number(), forwarded: z.number(), satisfactory: z.number() });
const Headline = z.object({
  total: z.object({ counts: Counts }),
  receivedByClass: z.object({
    procedure: z.number(),
    field_report: z.number(),
    information: z.number(),
  }),
  rows: z.array(z.object({ value: z.string().nullable(), counts: Counts })),
});

/** Asks the statistics API as the manager does. */
export async function measure(session: Session, { from, to }: Period): Promise<Expected> {
  const query = new URLSearchParams({ from, to, by: 'department' });
  const { status, body } = await session.call({
    method: 'GET',
    path: `/v1/statistics/headline?${query.toString()}`,
    as: 'quang',
  });
  if (status !== 200) throw new Error(`Statistics: ${status} ${JSON.stringify(body)}`);
  const { total, receivedByClass, rows } = Headline.parse(body);
  return {
    received: total.counts.received,
    ...receivedByClass,
    departments: rows.filter(({ value, counts }) => value !== null && counts.forwarded > 0).length,
    satisfactoryPercent: percent(total.counts.satisfactory, total.counts.forwarded),
  };
}

export const compare = (expected: Expected, measured: Expected): readonly Line[] =>
  NAMES.map(([key, name, unit]) => ({
    name,
    expected: `${expected[key].toLocaleString('en')}${unit}`,
    measured: `${measured[key].toLocaleString('en')}${unit}`,
  }));

const NAMES = [
  ['received', 'Requests received', ''],
  ['procedure', 'Administrative procedures (TTHC)', ''],
  ['field_report', 'Field reports (forwarded)', ''],
  ['information', 'Information queries', ''],
  ['departments', 'Departments forwarded to', ''],
  ['satisfactoryPercent', 'Satisfactory of forwarded', ' %'],
] as const;

/** As the press prints it: whole percent. */
const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((100 * part) / whole);

export function table(lines: readonly Line[], heading: string): string {
  const rows = [{ name: '', expected: heading, measured: 'measured' }, ...lines];
  const text = rows.map(({ name, expected, measured }, index) => {
    const mark = index === 0 ? '' : expected === measured ? '  =' : '  DIFFERENT';
    return `${name.padEnd(34)}${expected.padStart(12)}${measured.padStart(12)}${mark}`;
  });
  return text.join('\n');
}
