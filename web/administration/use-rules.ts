import { useQuery } from '@tanstack/react-query';
import { ask, type Schemas } from '../platform/api.ts';
import { useKept } from '../platform/kept.ts';
import { useMe } from '../platform/me.ts';
import { useApi } from '../platform/services.ts';

export type Rules = Schemas['RulesBody'];
export type CurrentRules = Schemas['CurrentRulesBody'];
export type Rule = Rules['rules'][number];

export const rulesKey = ['administration', 'rules'] as const;

/** The rules that hold now, in order. */
export function useRules() {
  const api = useApi();
  return useQuery({
    queryKey: [...rulesKey, 'current'],
    queryFn: () => ask(api.GET('/v1/directory/rules')),
  });
}

/** What somebody is changing, and on which version they began. It outlives the page. */
interface Draft {
  readonly basedOn: number;
  readonly rules: readonly Rule[];
}

export interface RulesDraft {
  /** The draft's rules, or those in force while there is none. */
  readonly rules: readonly Rule[];
  readonly basedOn: number;
  readonly isChanged: boolean;
  readonly change: (rules: readonly Rule[]) => void;
  /** Goes on with the draft on the rules that hold now. */
  readonly rebase: () => void;
  readonly discard: () => void;
}

const NONE = null as Draft | null;

export function useRulesDraft({ number, rules }: Rules): RulesDraft {
  const { subject } = useMe();
  const [draft, set] = useKept(`1022-rules:${subject}`, NONE);
  const basedOn = draft?.basedOn ?? number;
  return {
    rules: draft?.rules ?? rules,
    basedOn,
    isChanged: draft !== null && JSON.stringify(draft.rules) !== JSON.stringify(rules),
    change: (next) => set({ basedOn, rules: next }),
    rebase: () => set((current) => current && { ...current, basedOn: number }),
    discard: () => set(null),
  };
}
