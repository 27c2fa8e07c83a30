import * as z from 'zod';
import { Instant } from '../case.ts';
import type { LocalDay } from '../statistics.ts';
import { daysLater, daysOfMonth, Month, nextMonth } from '../statistics-period.ts';

/** Each dataset has a file a month and format. */
export const OPEN_DATASETS = ['figures', 'cases'] as const;
export type OpenDataset = (typeof OPEN_DATASETS)[number];
export const isOpenDataset = (name: string): name is OpenDataset =>
  (OPEN_DATASETS as readonly string[]).includes(name);
export const OPEN_FORMATS = ['csv', 'json'] as const;
export type OpenFormat = (typeof OPEN_FORMATS)[number];

/**
 * Days after its end on which a month is published. The longest target is ten working days, which around Tết are some three weeks, and a
 * citizen has a week to judge: by then nearly all cases of the month have their answer and judgement.
 */
export const SETTLED_DAYS = 30;

/**
 * A published month is looked at again this often. What late answers change is little, and who holds two issues side by side sees which few cases
 * it was: the fewer issues, the less that tells.
 */
export const REVISED_EVERY_DAYS = 30;

/** After that a month stays as it is: what still changes is a case in a thousand. */
export const REVISED_FOR_DAYS = 180;

/** So long a link to a file holds. */
export const OPEN_LINK_SECONDS = 15 * 60;

const OpenFile = z.strictObject({
  dataset: z.enum(OPEN_DATASETS),
  format: z.enum(OPEN_FORMATS),
  rows: z.int().min(0),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type OpenFile = z.infer<typeof OpenFile>;

/** A month as it is published. */
export const OpenIssue = z.strictObject({
  month: Month,
  /** When it was first published. */
  issuedAt: Instant,
  /** When these files were made. They are named by it, so that a file is never another one under the same name. */
  modifiedAt: Instant,
  /** When it was last looked at. */
  checkedAt: Instant,
  /** Of what is told: the same figures and cases have the same. */
  fingerprint: z.string(),
  files: z.array(OpenFile),
});
export type OpenIssue = z.infer<typeof OpenIssue>;

/** All that is published, by month. */
export const OpenIndex = z.strictObject({ issues: z.array(OpenIssue) });
export type OpenIndex = z.infer<typeof OpenIndex>;

/** What whoever fetches it finds in their folder. */
export const openFileName = ({
  month,
  dataset,
  format,
}: Pick<OpenFile, 'dataset' | 'format'> & Pick<OpenIssue, 'month'>): string =>
  `1022-${dataset}-${month}.${format}`;

/** The first day on which a month is published. */
export const publishedFrom = (month: string): LocalDay =>
  daysLater(daysOfMonth(month).to, SETTLED_DAYS + 1);

/** Months that have settled and are not published, the oldest first: those that never had a case, and one that was taken back. */
export function unpublishedMonths(
  { issues }: OpenIndex,
  { first, today }: { readonly first: string; readonly today: LocalDay },
): string[] {
  const published = new Set(issues.map(({ month }) => month));
  const months: string[] = [];
  for (let month = first; publishedFrom(month) <= today; month = nextMonth(month))
    if (!published.has(month)) months.push(month);
  return months;
}

/** A month that must be looked at again, the oldest first. */
export const monthToRevise = (
  { issues }: OpenIndex,
  { today, localDay }: { readonly today: LocalDay; readonly localDay: (at: Instant) => LocalDay },
): string | undefined =>
  issues.find(({ month, checkedAt }) => {
    const checkedOn = localDay(checkedAt);
    const isFinal = checkedOn >= daysLater(publishedFrom(month), REVISED_FOR_DAYS);
    return !isFinal && daysLater(checkedOn, REVISED_EVERY_DAYS) <= today;
  })?.month;

/** The index with a month in its place. */
export const withIssue = ({ issues }: OpenIndex, issue: OpenIssue): OpenIndex => ({
  issues: [...issues.filter(({ month }) => month !== issue.month), issue].sort((a, b) =>
    a.month < b.month ? -1 : 1,
  ),
});
