import { Button, Group, Skeleton, Text, Title } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { EmptyState } from '../parts/empty-state.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Moment } from '../parts/moment.tsx';
import { useWords } from '../words/language.tsx';
import classes from './administration.module.css';
import { administrationWords } from './administration-words.ts';

interface Published {
  readonly at: string;
  readonly by: { readonly id: string };
  readonly reason: string;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed?: readonly string[];
}

interface Version {
  readonly number: number;
  readonly published: Published | null;
}

interface VersionHistoryProps<Whole> {
  readonly queryKey: readonly string[];
  readonly versions: () => Promise<{ readonly versions: readonly Version[] }>;
  /** A version as it was published: it never changes. */
  readonly version: (number: number) => Promise<Whole>;
  readonly difference: (published: Published) => string;
  /** One of what a version holds; undefined where it holds no such code. */
  readonly show: (of: Whole, code: string) => ReactNode;
}

/** Who published what, when and why, newest first; and what each publication touched, before and after. */
export function VersionHistory<Whole>(props: VersionHistoryProps<Whole>) {
  const words = useWords(administrationWords);
  const { queryKey, versions } = props;
  const history = useQuery({ queryKey: [...queryKey, 'versions'], queryFn: versions });
  return (
    <section aria-labelledby="history" className={classes['history']}>
      <Title order={2} size="h5" id="history">
        {words.history}
      </Title>
      <Loaded query={history}>{(found) => <Versions {...props} found={found.versions} />}</Loaded>
    </section>
  );
}

function Versions<Whole>({
  found,
  ...props
}: VersionHistoryProps<Whole> & { readonly found: readonly Version[] }) {
  const words = useWords(administrationWords);
  const published = found.flatMap((one) => (one.published ? [{ ...one, ...one.published }] : []));
  if (published.length === 0) return <EmptyState title={words.noHistory} />;
  return (
    <ul>
      {published.map((one) => (
        <Publication key={one.number} {...props} number={one.number} published={one} />
      ))}
    </ul>
  );
}

function Publication<Whole>({
  number,
  published,
  ...props
}: VersionHistoryProps<Whole> & { readonly number: number; readonly published: Published }) {
  const words = useWords(administrationWords);
  const [isOpen, setOpen] = useState(false);
  const { added, changed, removed = [] } = published;
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
        {props.difference(published)}
      </Text>
      {isOpen && (
        <BeforeAndAfter {...props} number={number} codes={[...added, ...changed, ...removed]} />
      )}
    </li>
  );
}

function BeforeAndAfter<Whole>({
  number,
  codes,
  queryKey,
  version,
  show,
}: VersionHistoryProps<Whole> & { readonly number: number; readonly codes: readonly string[] }) {
  const words = useWords(administrationWords);
  const [before, after] = useQueries({
    queries: [number - 1, number].map((one) => ({
      queryKey: [...queryKey, 'version', one],
      staleTime: Number.POSITIVE_INFINITY,
      queryFn: () => version(one),
    })),
    combine: (results) => results.map(({ data }) => data),
  });
  if (before === undefined || after === undefined) return <Skeleton h={120} mt="xs" aria-busy />;
  return (
    <div className={classes['compared']}>
      {codes.map((code) => (
        <div key={code} className={classes['pair']}>
          <Side name={words.before}>{show(before, code)}</Side>
          <Side name={words.after}>{show(after, code)}</Side>
        </div>
      ))}
    </div>
  );
}

function Side({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const words = useWords(administrationWords);
  return (
    <div>
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      {children ?? <Text>{words.nothing}</Text>}
    </div>
  );
}
