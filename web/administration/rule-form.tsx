import { Button, Group, Stack } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { LimitedInput } from '../parts/limited-input.tsx';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/language.tsx';
import { LeadFields } from './rule-lead-fields.tsx';
import { ConditionFields } from './rule-condition-fields.tsx';
import { rulesWords } from './rules-words.ts';
import type { Rule } from './use-rules.ts';

interface RuleFormProps {
  /** Undefined: a new one. */
  readonly rule: Rule | undefined;
  readonly rules: readonly Rule[];
  readonly save: (rule: Rule) => void;
  readonly close: () => void;
}

const EMPTY: Rule = { code: '', name: '', nameEn: '', when: {}, lead: '@district', supporting: [] };

/** As in shared/domain/routing-names.ts, for the browser to check while one types. */
const CODE = '[a-z][a-z0-9]*(-[a-z0-9]+)*';

/** One rule: under which conditions, to whom. */
export function RuleForm({ rule, rules, save, close }: RuleFormProps) {
  const words = useWords(rulesWords);
  const common = useWords(commonWords);
  const [draft, setDraft] = useState(rule ?? EMPTY);
  const [isRefused, setRefused] = useState(false);
  const change = (part: Partial<Rule>): void => setDraft({ ...draft, ...part });
  const isTaken = rule === undefined && rules.some(({ code }) => code === draft.code);
  const hasConditions = Object.keys(draft.when).length > 0;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (isTaken || !hasConditions) setRefused(true);
    else save(draft);
  };
  return (
    <Dialog
      close={close}
      isForm
      isWide
      title={rule === undefined ? words.add : words.editRule(rule.name)}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <LimitedInput
            label={words.code}
            description={words.codeHint}
            required
            maxLength={48}
            pattern={CODE}
            disabled={rule !== undefined}
            value={draft.code}
            error={isTaken ? words.codeTaken : null}
            onChange={({ currentTarget }) => change({ code: currentTarget.value })}
          />
          <LimitedInput
            label={words.name}
            required
            maxLength={120}
            value={draft.name}
            onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          />
          <LimitedInput
            label={words.nameEn}
            required
            maxLength={120}
            value={draft.nameEn}
            onChange={({ currentTarget }) => change({ nameEn: currentTarget.value })}
          />
          <ConditionFields when={draft.when} change={(when) => change({ when })} />
          {isRefused && !hasConditions && (
            <p role="alert" style={{ color: 'var(--mantine-color-error)', margin: 0 }}>
              {words.noConditions}
            </p>
          )}
          <LeadFields rule={draft} change={change} />
          <Group>
            <Button type="submit">{words.keepRule}</Button>
            <Button variant="default" onClick={close}>
              {common.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
