import type { FigureKey } from './figure-names.ts';

interface Parts {
  readonly of: FigureKey;
  readonly over: FigureKey;
}

/** What each rate is a part of what: both open their cases. */
export const SHARE_PARTS = {
  ofForwarded: { of: 'satisfactory', over: 'forwarded' },
  ofAnswered: { of: 'satisfactory', over: 'answered' },
  ofJudged: { of: 'satisfactory', over: 'judged' },
  judgedOfAnswered: { of: 'judged', over: 'answered' },
  reopenRate: { of: 'reopened', over: 'answered' },
  firstContactRate: { of: 'firstContact', over: 'received' },
  repeatRate: { of: 'repeats', over: 'received' },
  answeredOfReceived: { of: 'receivedAnswered', over: 'received' },
} as const satisfies Record<string, Parts>;
export type ShareKey = keyof typeof SHARE_PARTS;
