import * as z from 'zod';
import type { Session } from '../client/session.ts';
import type { Period } from './report.ts';

const Share = z.object({
  numerator: z.number(),
  denominator: z.number(),
  rate: z.number().nullable(),
});
const Figures = z.object({
  firstRouting: Share,
  firstRoutingAnswered: Share,
  proposals: z.object({
    serviceAccuracy: Share,
    sureServiceAccuracy: Share,
    leadAccuracy: Share,
  }),
});
const Routing = z.object({
  total: Figures,
  rows: z.array(Figures.extend({ nameEn: z.string(), name: z.string() })),
});
export type Accuracy = z.infer<typeof Routing>;

/** Asks the statistics API as the manager does. */
export async function accuracyOf(session: Session, { from, to }: Period): Promise<Accuracy> {
  const query = new URLSearchParams({ from, to, by: 'class' });
  const { status, body } = await session.call({
    method: 'GET',
    path: `/v1/statistics/routing?${query.toString()}`,
    as: 'quang',
  });
  if (status !== 200) throw new Error(`Statistics: ${status} ${JSON.stringify(body)}`);
  return Routing.parse(body);
}

type Line = readonly [string, z.infer<typeof Share>];

/** How often the machine, and the desk with it, was right at the first try; below each line its classes. */
export function accuracyTable({ total, rows }: Accuracy): string {
  const lines = MEASURES.flatMap(([name, shareOf]): Line[] => [
    [name, shareOf(total)],
    ...rows.map((row): Line => [`  ${row.nameEn}`, shareOf(row)]),
  ]).filter(([, { denominator }]) => denominator > 0);
  return [
    `${'First routing, of texts'.padEnd(48)}${'right'.padStart(7)}${'of'.padStart(7)}`,
    ...lines.map(([name, share]) => lineOf(name, share)),
  ].join('\n');
}

type Measure = readonly [string, (figures: z.infer<typeof Figures>) => z.infer<typeof Share>];
const MEASURES: readonly Measure[] = [
  ['Classifier: service, of answered requests', ({ proposals }) => proposals.serviceAccuracy],
  ['Classifier: service, where it was sure', ({ proposals }) => proposals.sureServiceAccuracy],
  ['Classifier: department, where it named one', ({ proposals }) => proposals.leadAccuracy],
  ['The desk: first department, of all forwarded', ({ firstRouting }) => firstRouting],
  ['The desk: first department, of those answered', (figures) => figures.firstRoutingAnswered],
];

const lineOf = (name: string, { numerator, denominator, rate }: z.infer<typeof Share>): string =>
  [
    name.padEnd(48),
    numerator.toLocaleString('en').padStart(7),
    denominator.toLocaleString('en').padStart(7),
    `${(100 * (rate ?? 0)).toFixed(1)} %`.padStart(9),
  ].join('');
