/**
 * What was published of the hotline of Bình Dương for November 2019 to June 2020, and the fates of the reports that
 * were forwarded. 77 % is all that was published of the latter; the rest of the split is a plausible one.
 */
export const PUBLISHED = {
  from: '2019-11-01',
  to: '2020-06-30',
  received: 3_057,
  procedure: 479,
  field_report: 1_025,
  information: 1_553,
  departments: 47,
  satisfactoryPercent: 77,
} as const;

/** What was published of the medical line 115 of the same months. The press wrote 46.7 % for what these two make 53.2 %. */
export const EMERGENCY_LINE = { requests: 2_785, served: 1_482 } as const;

export type Fate = 'satisfied' | 'acceptable' | 'unsatisfied' | 'unjudged' | 'open';

/** Sums to the 1,025 forwarded; satisfied and acceptable make 789 of them, which is 77 %. */
export const FATES: Readonly<Record<Fate, number>> = {
  satisfied: 560,
  acceptable: 229,
  unsatisfied: 130,
  unjudged: 70,
  open: 36,
};
