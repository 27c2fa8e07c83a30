import { keep, kept } from '../platform/kept.ts';
import { useMe } from '../platform/me.ts';
import type { OwnAction } from './action-forms.ts';
import { composingKey, NOTHING } from './composing.ts';

/** Begins an action from a list: the case, once it is open, shows its form. What somebody is writing already stays. */
export function useBeginAction(): (
  of: { readonly caseId: string; readonly version: number },
  action: OwnAction,
) => void {
  const { subject } = useMe();
  return ({ caseId, version }, action) => {
    const key = composingKey(subject, caseId);
    if (kept(key, NOTHING).action === null) keep(key, { ...NOTHING, action, basedOn: version });
  };
}
