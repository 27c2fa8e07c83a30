import type { Actor } from '../../shared/domain/actor.ts';
import type { Case as DomainCase } from '../../shared/domain/case.ts';
import {
  type CaseAction,
  lifecycle,
  type Refusal,
  type Rule,
  transition,
} from '../../shared/domain/case-lifecycle.ts';
import { roleNames, statusNames } from '../../shared/domain/status-names.ts';
import { useMe } from '../platform/me.ts';
import { useNamed, useWords } from '../words/language.tsx';
import type { Case } from './use-case.ts';
import { caseWords } from './words.ts';

/** The actions that the person's role has at all, whatever the case's state. */
export function useOwnActions(): readonly CaseAction[] {
  const { role } = useMe();
  return (Object.keys(lifecycle) as CaseAction[]).filter((action) =>
    (lifecycle[action] as readonly Rule[]).some(({ by }) => by.includes(role)),
  );
}

/** Why an action cannot be taken now, as the table of the lifecycle says it; undefined when it can. */
export function useWhyNot(current: Case): (action: CaseAction) => string | undefined {
  const say = useRefusal();
  const { subject, role, department } = useMe();
  // The API's codes are the domain's; its description gives them as text.
  const actor = { id: subject, role, department } as Actor;
  return (action) => {
    const result = transition(action, current as unknown as DomainCase, actor);
    return result.ok ? undefined : say(result.error);
  };
}

function useRefusal(): (refusal: Refusal) => string {
  const words = useWords(caseWords);
  const named = useNamed();
  return (refusal) => {
    if (refusal.code === 'TRANSITION_REFUSED')
      return words.whyStatus(
        refusal.allowedFrom.map((status) => named(statusNames[status])).join(', '),
      );
    if (!refusal.allowedRoles.includes(refusal.role))
      return words.whyRole(refusal.allowedRoles.map((role) => named(roleNames[role])).join(', '));
    const [standing] = refusal.allowedAs;
    if (standing === 'lead') return words.whyStandingLead;
    return standing === 'supporting' ? words.whyStandingPart : words.whyStanding;
  };
}
