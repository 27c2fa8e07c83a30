import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconListCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ErrorNote } from '../parts/error-note.tsx';
import { ifMatch } from '../platform/api.ts';
import { useWords } from '../words/language.tsx';
import classes from './administration.module.css';
import { administrationWords } from './administration-words.ts';
import { listWords } from './list-words.ts';
import { ProblemList } from './problem-list.tsx';
import { PublishForm } from './publish-form.tsx';
import { useKeyFor } from './use-key-for.ts';
import type { HeldList, ListDraft } from './use-list-draft.ts';

interface Coded {
  readonly code: string;
}
interface Preview {
  readonly problems: Parameters<typeof ProblemList>[0]['problems'];
}
export interface PublishAsked<Row> {
  readonly rows: Row[];
  readonly reason: string;
  readonly header: { readonly 'If-Match': string; readonly 'Idempotency-Key': string };
}

/** What a list is asked of the API. */
export interface ListCalls<Row, P extends Preview> {
  readonly queryKey: readonly string[];
  readonly preview: (rows: Row[]) => Promise<P>;
  readonly publish: (asked: PublishAsked<Row>) => Promise<unknown>;
}

interface ListPublishingProps<Row extends Coded, P extends Preview> {
  readonly current: HeldList<Row>;
  readonly draft: ListDraft<Row>;
  readonly calls: ListCalls<Row, P>;
  /** What publishing would do, where nothing is wrong. */
  readonly effect: (preview: P) => ReactNode;
  readonly show: (row: Row) => ReactNode;
}

/** Where it stands on the page: on a phone below a long list. */
export const PUBLISHING = 'publishing';

/** The draft of a list: what others have done meanwhile, what is wrong with it, what it would do, and its publication. */
export function ListPublishing<Row extends Coded, P extends Preview>(
  props: ListPublishingProps<Row, P>,
) {
  const words = useWords(listWords);
  const { current, draft } = props;
  const isStale = draft.isChanged && draft.basedOn !== current.number;
  return (
    <Stack component="section" id={PUBLISHING} aria-label={words.publishing} gap="sm">
      {isStale && <Conflict {...props} />}
      <Group gap="xs">
        <Text fw={500}>{draft.isChanged ? words.changed : words.unchanged(current.number)}</Text>
        {draft.isChanged && (
          <Button variant="subtle" color="ink" size="compact-md" onClick={draft.discard}>
            {words.discard}
          </Button>
        )}
      </Group>
      {draft.isChanged && (
        <Check key={JSON.stringify([draft.rows, draft.basedOn])} {...props} isStale={isStale} />
      )}
    </Stack>
  );
}

function Conflict<Row extends Coded, P extends Preview>({
  current,
  draft,
  show,
}: ListPublishingProps<Row, P>) {
  const words = useWords(listWords);
  const both = useWords(administrationWords);
  return (
    <Alert role="alert" color="yellow" variant="outline" title={words.conflictTitle}>
      <Text>{words.conflictBody(current.number)}</Text>
      <Text size="sm">{current.published?.reason}</Text>
      {draft.collisions.map(({ mine, theirs }) => (
        <div key={mine.code} className={classes['pair']}>
          <div>
            <Text size="sm" c="dimmed">
              {both.version(current.number)}
            </Text>
            {show(theirs)}
          </div>
          <div>
            <Text size="sm" c="dimmed">
              {words.mine}
            </Text>
            {show(mine)}
          </div>
        </div>
      ))}
      <Button variant="default" mt="xs" onClick={draft.rebase}>
        {words.conflictGoOn(current.number)}
      </Button>
    </Alert>
  );
}

/** A list is looked at before it can be published; drawn anew whenever it changes. */
function Check<Row extends Coded, P extends Preview>({
  draft,
  calls,
  effect,
  isStale,
}: ListPublishingProps<Row, P> & { readonly isStale: boolean }) {
  const words = useWords(listWords);
  const looking = useMutation({ mutationFn: () => calls.preview([...draft.rows]) });
  const publishing = usePublishList(draft, calls);
  const preview = looking.data;
  const isSound = preview !== undefined && preview.problems.length === 0;
  return (
    <>
      <Button
        variant={isSound ? 'default' : 'filled'}
        color="ink"
        leftSection={<IconListCheck size={16} aria-hidden />}
        loading={looking.isPending}
        onClick={() => looking.mutate()}
      >
        {words.check}
      </Button>
      {looking.error !== null && <ErrorNote error={looking.error} />}
      <div role="status">
        {preview !== undefined && <ProblemList problems={preview.problems} />}
        {isSound && effect(preview)}
      </div>
      {isSound && <PublishForm isStale={isStale} publishing={publishing} />}
    </>
  );
}

function usePublishList<Row extends Coded, P extends Preview>(
  { rows, basedOn, discard }: ListDraft<Row>,
  { queryKey, publish }: ListCalls<Row, P>,
) {
  const queries = useQueryClient();
  const keyFor = useKeyFor();
  return useMutation({
    mutationFn: (reason: string) => {
      const key = keyFor({ basedOn, rows, reason });
      const header = { ...ifMatch(basedOn), 'Idempotency-Key': key };
      return publish({ rows: [...rows], reason, header });
    },
    onSuccess: async () => {
      discard();
      await queries.invalidateQueries({ queryKey });
      // Names and choices everywhere else.
      await queries.invalidateQueries({ queryKey: ['directory'] });
    },
    // Somebody else has published meanwhile: what they did is shown above the draft, which stays.
    onError: () => queries.invalidateQueries({ queryKey }),
  });
}
