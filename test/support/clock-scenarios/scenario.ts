import type { Actor } from '../../../shared/domain/actor.ts';
import type { CaseAction } from '../../../shared/domain/case-lifecycle.ts';
import type { Named } from '../../../shared/domain/status-names.ts';
import { anActor } from '../case-builder.ts';
import { agent, type Step } from '../case-story.ts';

type Input<A extends CaseAction> = Step<A>['with'];

/** What a person or time does to the case. */
export type Deed =
  | { readonly do: 'log'; readonly serviceCode: string }
  | {
      readonly do: 'act';
      readonly by: Actor;
      readonly action: CaseAction;
      readonly with: Input<CaseAction>;
      /** The code with which it is refused; null when it is done. */
      readonly refused: string | null;
    }
  /** Nothing happens; somebody looks at the clocks, on such a day or at such an hour. */
  | { readonly do: 'look'; readonly on: Named }
  /** Comes by itself. `what` is written by hand, in the form of `wordsOf` in play.ts. */
  | { readonly do: 'time'; readonly what: string };

/**
 * When (local time), what happens, and how each clock must stand then: every one that runs, and those that stop there; behind
 * them what else the case must say. All of it is reckoned by hand, never copied from what the code says.
 *
 * `answer TA due 2026-03-03 10:45: used 0:45, left 7:15`; `over` in place of `left` once the deadline has passed;
 * `, paused 1:00` when it stood still, in its own unit. `lost`, `extensions`, `committed` and `closed` when they change.
 */
type Line = readonly [at: string, deed: Deed, ...stands: string[]];

/** A case worked through, instant by instant. */
export interface Scenario {
  readonly title: Named;
  /** The rule that it shows. */
  readonly shows: Named;
  /** A time in which no sweep runs: what is due in it is raised at its end. */
  readonly outage?: { readonly from: string; readonly until: string };
  readonly timeline: readonly Line[];
}

export const named = (name: string, nameEn: string): Named => ({ name, nameEn });

/** An agent logs a call about something in Lái Thiêu, Thuận An. */
export const log = (serviceCode = 'street-light'): Deed => ({ do: 'log', serviceCode });

export const look = (name: string, nameEn: string): Deed => ({
  do: 'look',
  on: named(name, nameEn),
});

export const time = (what: string): Deed => ({ do: 'time', what });

/** Somebody who does things; `refused` says that the attempt must fail with that code. */
const someone = (by: Actor) => ({
  does: <A extends CaseAction>(action: A, input: Input<A>): Deed => ({
    ...{ do: 'act', by, action, refused: null },
    with: input,
  }),
  fails: <A extends CaseAction>(refused: string, action: A, input: Input<A>): Deed => ({
    ...{ do: 'act', by, action, refused },
    with: input,
  }),
});

export const desk = someone(agent);
export const citizen = someone(anActor('citizen'));
export const officerOf = (department: string) => someone(anActor('officer', department));
