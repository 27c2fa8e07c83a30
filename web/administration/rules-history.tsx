import { Button, Group, Skeleton, Text, Title } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '../parts/empty-state.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Moment } from '../parts/moment.tsx';
import { ask } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';
import { useWords } from '../words/language.tsx';
import classes from './administration.module.css';
import { administrationWords } from './administration-words.ts';
import { RuleText } from './rule-list.tsx';
import { rulesWords } from './rules-words.ts';
import { type Rules, rulesKey, type RulesVersion } from './use-rules.ts';

/** Who published what, when and why, newest first. */
export function RulesHistory() {
  const words = useWords(administrationWords);
  const api = useApi();
  const versions = useQuery({
    queryKey: [...rulesKey, 'versions'],
    queryFn: () => ask(api.GET('/v1/directory/rules/versions')),
  });
  return (
    <section aria-labelledby="history" className={classes['history']}>
      <Title order={2} size="h5" id="history">
        {words.history}
      </Title>
      <Loaded query={versions}>
        {(history) => (
          <Versions versions={history.versions.filter(({ published }) => published !== null)} />
        )}
      </Loaded>
    </section>
  );
}

function Versions({ versions }: { readonly versions: readonly RulesVersion[] }) {
  const words = useWords(administrationWords);
  if (versions.length === 0) return <EmptyState title={words.noHistory} />;
  return (
    <ul>
      {versions.map((version) => (
        <Version key={version.number} version={version} />
      ))}
    </ul>
  );
}

function Version({ version }: { readonly version: RulesVersion }) {
  const words = useWords(administrationWords);
  const rules = useWords(rulesWords);
  const [isOpen, setOpen] = useState(false);
  const { number, published } = version;
  if (published === null) return null;
  const { added, changed, removed } = published;
  return (
    <li>
      <Group gap="xs" justify="space-between">
        <Text>
          <b>{words.version(number)}</b> · {words.by(published.by.id)} <Moment at={published.at} />
        </Text>
        <Button
          variant="default"
          size="compact-md"
          aria-expanded={isOpen}
          aria-label={`${isOpen ? words.hide : words.compare}: ${words.version(number)}`}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? words.hide : words.compare}
        </Button>
      </Group>
      <Text>{published.reason}</Text>
      <Text size="sm" c="dimmed">
        {rules.difference(added.length, changed.length, removed.length)}
      </Text>
      {isOpen && <BeforeAndAfter number={number} codes={[...added, ...changed, ...removed]} />}
    </li>
  );
}

interface BeforeAndAfterProps {
  readonly number: number;
  readonly codes: readonly string[];
}

/** Each rule that a publication touched, as it was and as it is since. */
function BeforeAndAfter({ number, codes }: BeforeAndAfterProps) {
  const words = useWords(administrationWords);
  const [before, after] = useVersions([number - 1, number]);
  if (before === undefined || after === undefined) return <Skeleton h={120} mt="xs" aria-busy />;
  return (
    <div className={classes['compared']}>
      {codes.map((code) => (
        <div key={code} className={classes['pair']}>
          <Side name={words.before} rules={before} code={code} />
          <Side name={words.after} rules={after} code={code} />
        </div>
      ))}
    </div>
  );
}

interface SideProps {
  readonly name: string;
  readonly rules: Rules;
  readonly code: string;
}

function Side({ name, rules, code }: SideProps) {
  const words = useWords(administrationWords);
  const index = rules.rules.findIndex((one) => one.code === code);
  const rule = rules.rules[index];
  return (
    <div>
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      {rule === undefined ? (
        <Text>{words.nothing}</Text>
      ) : (
        <RuleText rule={rule} number={index + 1} />
      )}
    </div>
  );
}

/** Published rules never change. */
function useVersions(numbers: readonly number[]): readonly (Rules | undefined)[] {
  const api = useApi();
  return useQueries({
    queries: numbers.map((number) => ({
      queryKey: [...rulesKey, 'version', number],
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: () =>
        ask(api.GET('/v1/directory/rules/versions/{number}', { params: { path: { number } } })),
    })),
    combine: (results) => results.map(({ data }) => data),
  });
}
