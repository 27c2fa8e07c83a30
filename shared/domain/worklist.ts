import type { Case, CaseId, CaseStatus, Instant, Part } from './case.ts';
import { latestRound } from './case.ts';
import type { DepartmentCode } from './department.ts';
import { judgingEndsAt } from './sla.ts';
import type { SlaRules } from './sla-rules.ts';

/** Whose list a case is in: its lead's, or the desk's while it has none. */
export const ownerOf = ({ lead }: Pick<Case, 'lead'>): DepartmentCode | 'desk' => lead ?? 'desk';

/** What a list is sorted by: the next instant that matters to its owner. Closed cases are in no list. */
export function worklistDueAt(current: Case, sla: SlaRules): Instant | undefined {
  const { status, handOffDueAt, answerDueAt, lead } = current;
  if (status === 'closed') return undefined;
  if (status === 'answered') return judgingEnd(current, sla);
  return lead === null ? handOffDueAt : (answerDueAt ?? handOffDueAt);
}

/** Where a row stands in a list: by the instant that matters to its owner, then by a number that is its own. */
export const worklistPlace = ({
  dueAt,
  caseId,
}: {
  readonly dueAt: Instant;
  readonly caseId: CaseId;
}): string => `${dueAt}#${caseId}`;

const judgingEnd = (current: Case, sla: SlaRules): Instant =>
  judgingEndsAt(
    sla,
    new Date(latestRound(current)?.answeredAt ?? current.receivedAt),
  ).toISOString();

/**
 * Under which status a supporting department finds its part: what it owes with the work, what it gave with the
 * answers, until the case is closed. It follows the part, so that the lead's steps do not rewrite every department's
 * rows.
 */
export const partListStatus = (
  current: Pick<Case, 'status'>,
  { status }: Part,
): CaseStatus | undefined => {
  if (current.status === 'closed' || status === 'released') return undefined;
  return status === 'open' ? 'in_progress' : 'answered';
};
