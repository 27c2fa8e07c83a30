import { ACTIVITY_COUNTERS, type ActivityCounter } from './statistics-counters.ts';
import type { Definition } from './statistics-definitions.ts';
import type { Sums } from './statistics-routing-figures.ts';
import type { Breakdown } from './statistics-rows.ts';

/** What activity can be broken down by. */
export const ACTIVITY_BREAKDOWNS = [
  'department',
  'class',
  'group',
  'service',
  'channel',
  'month',
  'quarter',
] as const satisfies readonly Breakdown[];
export type ActivityBreakdown = (typeof ACTIVITY_BREAKDOWNS)[number];

/** Each name is a heading of docs/glossary.md, where the figure is defined with a worked example. */
export const ACTIVITY_FIGURES = [...ACTIVITY_COUNTERS, 'judgementsGiven'] as const;
export type ActivityFigure = (typeof ACTIVITY_FIGURES)[number];

/** Every number counts what happened, of which a case may have several. No rate: these are not parts of each other. */
export type ActivityCounts = Readonly<Record<ActivityFigure, number>>;

export function activityCountsOf(sums: Sums): ActivityCounts {
  const of = (counter: ActivityCounter): number => sums[counter] ?? 0;
  const judged = [of('judgedSatisfied'), of('judgedAcceptable'), of('judgedUnsatisfied')];
  return {
    answersGiven: of('answersGiven'),
    judgedSatisfied: of('judgedSatisfied'),
    judgedAcceptable: of('judgedAcceptable'),
    judgedUnsatisfied: of('judgedUnsatisfied'),
    reopenings: of('reopenings'),
    returnsMade: of('returnsMade'),
    closures: of('closures'),
    judgementsGiven: judged.reduce((sum, count) => sum + count, 0),
  };
}

export const ACTIVITY_DEFINITIONS: Readonly<Record<ActivityFigure, Definition>> = {
  answersGiven: {
    vi: 'Lượt trả lời trong kỳ, tại tổng đài hoặc của đơn vị, của vụ việc tiếp nhận bất cứ lúc nào. Đếm lượt, không đếm vụ: trả lời lại sau khi mở lại là thêm một lượt. Theo đơn vị là đơn vị trả lời.',
    en: 'Answers given in the period, at the desk or by a department, of cases received at any time. They count answers, not cases: the answer after a reopening is one more. By department, of the one that answered.',
  },
  judgementsGiven: {
    vi: 'Lượt đánh giá trong kỳ: judgedSatisfied + judgedAcceptable + judgedUnsatisfied. Đếm cả đánh giá của lần trả lời đã được mở lại. Theo đơn vị là đơn vị được đánh giá.',
    en: 'Judgements given in the period: judgedSatisfied + judgedAcceptable + judgedUnsatisfied. Those of answers that were reopened stay. By department, of the one that was judged.',
  },
  judgedSatisfied: {
    vi: 'Trong judgementsGiven: hài lòng.',
    en: 'Of judgementsGiven: satisfied.',
  },
  judgedAcceptable: {
    vi: 'Trong judgementsGiven: chấp nhận được.',
    en: 'Of judgementsGiven: acceptable.',
  },
  judgedUnsatisfied: {
    vi: 'Trong judgementsGiven: không hài lòng.',
    en: 'Of judgementsGiven: not satisfied.',
  },
  reopenings: {
    vi: 'Lượt mở lại trong kỳ. Theo đơn vị là đơn vị có lần trả lời bị mở lại.',
    en: 'Reopenings in the period. By department, of the one whose answer was reopened.',
  },
  returnsMade: {
    vi: 'Lượt đơn vị trả lại về tổng đài trong kỳ, bất kể vụ việc chuyển lần đầu khi nào. Theo đơn vị là đơn vị trả lại.',
    en: 'Returns to the desk made in the period, whenever the case was first forwarded. By department, of the one that returned it.',
  },
  closures: {
    vi: 'Lượt đóng vụ việc trong kỳ, vì bất cứ lý do gì. Mở lại không lấy lại lượt đóng đã có. Theo đơn vị là đơn vị chủ trì hiện tại.',
    en: 'Closures in the period, for whatever reason. A reopening does not take the closure back. By department, of the present lead.',
  },
};
