import type { Case } from '../case.ts';
import type { EventBody } from '../case-events.ts';
import type { Commands } from '../commands.ts';
import { err, ok, type Result } from '../result.ts';
import { handOffDueAt } from '../sla.ts';
import type { Context, DecisionError } from './context.ts';
import { instant } from './deadlines.ts';

/** What the other case must be like is checked by `suitsAsMergeTarget`, which needs to see it. */
export const decideMerge = (
  { caseId }: Case,
  { into }: Commands['merge'],
): Result<EventBody, DecisionError> =>
  into === caseId
    ? err({ code: 'MERGE_TARGET_UNSUITABLE', because: 'ITSELF' })
    : ok({ type: 'CaseMerged', into });

/** Its own clocks go on from where they were: the citizen has waited all the time. Only the desk's five minutes are new. */
export function decideUnmerge(
  { mergedInto }: Case,
  _: Commands['unmerge'],
  { at, jurisdiction }: Context,
): Result<EventBody, DecisionError> {
  if (mergedInto === null) return err({ code: 'CASE_NOT_DUPLICATE' });
  return ok({
    type: 'CaseUnmerged',
    from: mergedInto,
    handOffDueAt: instant(handOffDueAt(jurisdiction.sla, new Date(at))),
  });
}

/**
 * A duplicate cannot take duplicates, so no two cases stand for each other. What took some may become a duplicate
 * itself: who follows `mergedInto` to its end finds the one that is worked on.
 */
export const suitsAsMergeTarget = ({ mergedInto }: Case): Result<null, DecisionError> =>
  mergedInto === null ? ok(null) : err({ code: 'MERGE_TARGET_UNSUITABLE', because: 'DUPLICATE' });
