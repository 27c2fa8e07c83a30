import { isServedAtDesk } from './first-contact.ts';
import { type Share, shareOf } from './satisfaction.ts';
import type {
  ContactCounter,
  Contribution,
  CountableCase,
  StatisticsContext,
} from './statistics.ts';
import { NONE } from './statistics.ts';
import { isEndWithoutAnswer } from './statistics-headline.ts';
import type { Breakdown } from './statistics-rows.ts';

/**
 * Whether the first contact was enough, on the day of receipt. In the rows of class and channel alone: rows of places and
 * services are as long as a month's budget allows, and a department has no part in it.
 */
export function contactContributions(
  current: CountableCase,
  { localDay }: Pick<StatisticsContext, 'localDay'>,
): Contribution[] {
  const counters = contactCounters(current);
  if (counters.length === 0) return [];
  const { receivedAt, class: caseClass, channel } = current;
  const cells: Contribution['cells'] = [
    ['class', caseClass ?? NONE],
    ['channel', channel],
  ];
  return [{ day: localDay(receivedAt), counters, cells }];
}

/** What comes back to an earlier case is no first contact, however well it is answered. */
function contactCounters(current: CountableCase): ContactCounter[] {
  if (current.repeats !== null) return ['repeats'];
  // The answer clock starts anew at a reopening and at nothing else.
  const isReopened = current.clockStartedAt !== current.receivedAt;
  return isServedAtDesk(current) && !isReopened && !isEndWithoutAnswer(current.closeReason)
    ? ['firstContact']
    : [];
}

/** Breakdowns in which first contacts are counted, a total without any among them. */
export const isContactBreakdown = (by: Breakdown | undefined): boolean =>
  by === undefined || CONTACT_BREAKDOWNS.includes(by);

const CONTACT_BREAKDOWNS: readonly Breakdown[] = ['class', 'channel', 'month', 'quarter'];

/** Of the received. Read them together: a rate of first contacts is worth what does not come back. */
export interface ContactFigures {
  readonly counts: Readonly<Record<ContactCounter, number>>;
  readonly firstContactRate: Share;
  readonly repeatRate: Share;
}

export const contactFiguresOf = (
  { firstContact, repeats }: Readonly<Record<ContactCounter, number>>,
  received: number,
): ContactFigures => ({
  counts: { firstContact, repeats },
  firstContactRate: shareOf(firstContact, received),
  repeatRate: shareOf(repeats, received),
});
