import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Loaded } from '../parts/loaded.tsx';
import { useMay } from '../platform/me.ts';
import { useWords } from '../words/language.tsx';
import classes from './administration.module.css';
import { DryRun } from './dry-run.tsx';
import { ProblemList } from './problem-list.tsx';
import { RuleForm } from './rule-form.tsx';
import { RuleList } from './rule-list.tsx';
import { RulesHistory } from './rules-history.tsx';
import { rulesWords } from './rules-words.ts';
import { type CurrentRules, type Rule, useRules, useRulesDraft } from './use-rules.ts';

/** Who decides by which rules where a case goes. */
export function RulesPage() {
  const words = useWords(rulesWords);
  const mayChange = useMay()('publishRules');
  return (
    <div className={classes['page']}>
      <Title order={1} size="h3">
        {words.title}
      </Title>
      <Text c="dimmed">{words.intro}</Text>
      <Loaded query={useRules()}>
        {(current) => (
          <>
            <LeftBehind problems={current.problems} />
            {mayChange ? <RulesEditor current={current} /> : <RuleList rules={current.rules} />}
          </>
        )}
      </Loaded>
      <RulesHistory />
    </div>
  );
}

/** Rules that were right when they were published, and name what has been closed since. */
function LeftBehind({ problems }: Pick<CurrentRules, 'problems'>) {
  const words = useWords(rulesWords);
  return <ProblemList problems={problems} title={words.leftBehind} />;
}

function RulesEditor({ current }: { readonly current: CurrentRules }) {
  const words = useWords(rulesWords);
  const draft = useRulesDraft(current);
  const [editing, setEditing] = useState<Rule | 'new'>();
  const { rules, isChanged } = draft;
  const save = (rule: Rule): void => {
    const isNew = editing === 'new';
    draft.change(
      isNew ? [...rules, rule] : rules.map((one) => (one.code === rule.code ? rule : one)),
    );
    setEditing(undefined);
  };
  return (
    <div className={classes['sides']}>
      <section aria-label={words.rules}>
        <RuleList rules={rules} change={draft.change} edit={setEditing} />
        <Button
          variant="default"
          mt="sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setEditing('new')}
        >
          {words.add}
        </Button>
      </section>
      <Stack component="section" aria-label={words.publishing} gap="sm">
        {isChanged && draft.basedOn !== current.number && (
          <Alert role="alert" color="yellow" variant="outline" title={words.conflictTitle}>
            <Text>{words.conflictBody(current.number)}</Text>
            <Text size="sm">{current.published?.reason}</Text>
            <Button variant="default" mt="xs" onClick={draft.rebase}>
              {words.conflictGoOn(current.number)}
            </Button>
          </Alert>
        )}
        <Group gap="xs">
          <Text fw={500}>{isChanged ? words.changed : words.unchanged(current.number)}</Text>
          {isChanged && (
            <Button variant="subtle" color="ink" size="compact-md" onClick={draft.discard}>
              {words.discard}
            </Button>
          )}
        </Group>
        <DryRun
          key={JSON.stringify(rules)}
          draft={draft}
          isStale={draft.basedOn !== current.number}
        />
      </Stack>
      {editing !== undefined && (
        <RuleForm
          rule={editing === 'new' ? undefined : editing}
          rules={rules}
          save={save}
          close={() => setEditing(undefined)}
        />
      )}
    </div>
  );
}
