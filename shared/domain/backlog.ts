import type { Instant } from './case.ts';
import type { Definition } from './statistics-definitions.ts';

/** Working days since the day of receipt, in bands: a case of the first is fresh, of the last forgotten. */
export const BACKLOG_AGES = ['0-1', '2-5', '6-10', '11-20', 'over-20'] as const;
export type BacklogAge = (typeof BACKLOG_AGES)[number];

const LAST_DAYS: readonly (readonly [BacklogAge, number])[] = [
  ['0-1', 1],
  ['2-5', 5],
  ['6-10', 10],
  ['11-20', 20],
];

export const backlogAgeOf = (workingDays: number): BacklogAge =>
  LAST_DAYS.find(([, last]) => workingDays <= last)?.[0] ?? 'over-20';

/** What the backlog looks at in a case that nobody has answered, or that is open again. */
export interface OpenCase {
  readonly receivedAt: Instant;
  /** Since the day of receipt, which is not counted itself. */
  readonly workingDays: number;
}

export interface Backlog {
  readonly open: number;
  readonly ages: Readonly<Record<BacklogAge, number>>;
  readonly oldest: OpenCase | null;
}

/** The bands add up to what is open. */
export function backlogOf(cases: readonly OpenCase[]): Backlog {
  const ages = { '0-1': 0, '2-5': 0, '6-10': 0, '11-20': 0, 'over-20': 0 };
  for (const { workingDays } of cases) ages[backlogAgeOf(workingDays)] += 1;
  const oldest = cases.reduce<OpenCase | null>(
    (first, one) => (first === null || one.receivedAt < first.receivedAt ? one : first),
    null,
  );
  return {
    open: cases.length,
    ages,
    oldest: oldest && { receivedAt: oldest.receivedAt, workingDays: oldest.workingDays },
  };
}

/** Over so many days, today the last, the pace of answering is taken: four weeks, so that each weekday counts alike. */
export const PACE_DAYS = 28;

/** How long the backlog would last at the pace of the last four weeks if nothing came in. */
export interface BacklogPace {
  /** Answers given in those days. */
  readonly answers: number;
  /** Days of the calendar; null where nothing was answered. */
  readonly days: number | null;
}

export const paceOf = (open: number, answers: number): BacklogPace => ({
  answers,
  days: answers === 0 ? null : open / (answers / PACE_DAYS),
});

/** Each name is a heading of docs/glossary.md, where the figure is defined with a worked example. */
export const BACKLOG_FIGURES = ['open', 'ages', 'oldest', 'pace'] as const;

export const BACKLOG_DEFINITIONS: Readonly<Record<(typeof BACKLOG_FIGURES)[number], Definition>> = {
  open: {
    vi: 'Tồn đọng. Vụ việc chưa trả lời hoặc đã mở lại, lúc xem số (asOf), ở tổng đài hoặc đơn vị chủ trì, kể cả đang chờ người dân.',
    en: 'Backlog: cases that are not answered, or open again, when the figure is read (asOf), at the desk or with their lead, those that wait for the citizen too.',
  },
  ages: {
    vi: 'Tuổi tồn đọng. Số ngày làm việc của tỉnh sau ngày tiếp nhận, theo khoảng 0–1, 2–5, 6–10, 11–20, trên 20; vụ mở lại tính từ lúc tiếp nhận.',
    en: "Age of the backlog: the province's working days after the day of receipt, in bands of 0–1, 2–5, 6–10, 11–20 and more than 20; a reopened case counts from its receipt.",
  },
  oldest: {
    vi: 'Vụ việc tồn đọng lâu nhất: lúc tiếp nhận và số ngày làm việc.',
    en: 'The oldest of the backlog: its receipt, and its age in working days.',
  },
  pace: {
    vi: 'Số ngày tồn đọng. open ÷ số lần trả lời mỗi ngày (answersGiven) trong 28 ngày gần nhất, kể cả hôm nay: bao nhiêu ngày nữa thì hết, nếu không có vụ mới. Không có lần trả lời nào thì không tính được.',
    en: 'Backlog days: open ÷ answers a day (answersGiven) over the last 28 days, today included: how long it would last if nothing came in. There is none where nothing was answered.',
  },
};
