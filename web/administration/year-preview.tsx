import { Button, Checkbox, Stack, Table, Text } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDirectoryNames } from '../parts/directory.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { useFormat } from '../parts/format.ts';
import { Moment } from '../parts/moment.tsx';
import { ask, ifMatch, type Schemas } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';
import { useWords } from '../words/language.tsx';
import { calendarWords } from './calendar-words.ts';
import { ProblemList } from './problem-list.tsx';
import { PublishForm } from './publish-form.tsx';
import { calendarsKey, type YearDraft, type YearDrafting } from './use-calendars.ts';
import { useKeyFor } from './use-key-for.ts';

type Preview = Schemas['CalendarPreviewBody'];
type Effect = NonNullable<Preview['effect']>;

interface YearPreviewProps {
  readonly year: number;
  readonly drafting: YearDrafting;
  readonly isStale: boolean;
}

/** A year is tried before it can be published; drawn anew whenever it changes. */
export function YearPreview({ year, drafting, isStale }: YearPreviewProps) {
  const words = useWords(calendarWords);
  const api = useApi();
  const body = bodyOf(year, drafting.draft);
  const trying = useMutation({
    mutationFn: () => ask(api.POST('/v1/directory/calendars/preview', { body })),
  });
  const preview = trying.data;
  // Null while something is wrong with the year.
  const effect = preview?.effect ?? null;
  return (
    <Stack gap="sm">
      <Button
        variant={effect === null ? 'filled' : 'default'}
        color="ink"
        leftSection={<IconFlask size={16} aria-hidden />}
        loading={trying.isPending}
        onClick={() => trying.mutate()}
      >
        {words.tryOut}
      </Button>
      {trying.error !== null && <ErrorNote error={trying.error} />}
      <div role="status">{preview !== undefined && <Result preview={preview} />}</div>
      {effect !== null && drafting.isChanged && (
        <PublishYear {...{ year, drafting, isStale, effect }} />
      )}
    </Stack>
  );
}

function Result({ preview: { problems, effect } }: { readonly preview: Preview }) {
  return (
    <>
      <ProblemList problems={problems} />
      {effect !== null && <YearEffect effect={effect} />}
    </>
  );
}

function bodyOf(year: number, { daysOff, makeUpWorkdays, weekly }: YearDraft) {
  return {
    year,
    daysOff: [...daysOff],
    makeUpWorkdays: [...makeUpWorkdays],
    ...(weekly !== undefined && { hours: { weekly } }),
  };
}

/** Which running deadlines would be others. */
function YearEffect({ effect: { runningCases, moves } }: { readonly effect: Effect }) {
  const words = useWords(calendarWords);
  const format = useFormat();
  const names = useDirectoryNames();
  const least = moves.complete ? '' : words.atLeast;
  return (
    <>
      <Text fw={500}>{words.running(format.number(runningCases))}</Text>
      <Text>{words.moves(least, format.number(moves.deadlines), format.number(moves.cases))}</Text>
      {moves.examples.length > 0 && (
        <Table aria-label={words.examples} mt="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.examples}</Table.Th>
              <Table.Th>{words.from}</Table.Th>
              <Table.Th>{words.to}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {moves.examples.map(({ trackingCode, department, from, to }) => (
              <Table.Tr key={`${trackingCode} ${department}`}>
                <Table.Th scope="row" fw={400}>
                  <b>{trackingCode}</b>
                  <Text size="sm">{names.department(department)}</Text>
                </Table.Th>
                <Table.Td>
                  <Moment at={from} />
                </Table.Td>
                <Table.Td>
                  <Moment at={to} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}

function PublishYear({
  year,
  drafting,
  isStale,
  effect,
}: YearPreviewProps & { readonly effect: Effect }) {
  const words = useWords(calendarWords);
  const [moveRunning, setMove] = useState(false);
  const [replaceYear, setReplace] = useState(false);
  const { mutate, error, isPending } = usePublishYear(year, drafting);
  const needsReplace = effect.replacedYear && effect.runningCases > 0;
  const publishing = {
    mutate: (reason: string) => mutate({ reason, moveRunning, replaceYear }),
    error,
    isPending,
  };
  return (
    <PublishForm isStale={isStale} publishing={publishing} label={words.publish(year)}>
      <Checkbox
        label={words.moveRunning}
        description={words.moveRunningHint}
        checked={moveRunning}
        onChange={({ currentTarget }) => setMove(currentTarget.checked)}
      />
      {needsReplace && (
        <Checkbox
          required
          label={words.replaceYear}
          checked={replaceYear}
          onChange={({ currentTarget }) => setReplace(currentTarget.checked)}
        />
      )}
    </PublishForm>
  );
}

interface Publishing {
  readonly reason: string;
  readonly moveRunning: boolean;
  readonly replaceYear: boolean;
}

function usePublishYear(year: number, { draft, discard }: YearDrafting) {
  const api = useApi();
  const queries = useQueryClient();
  const keyFor = useKeyFor();
  return useMutation({
    mutationFn: (publishing: Publishing) => {
      const body = { ...bodyOf(year, draft), ...publishing };
      const content = { basedOn: draft.basedOn, body };
      const header = { ...ifMatch(draft.basedOn), 'Idempotency-Key': keyFor(content) };
      return ask(api.POST('/v1/directory/calendars', { params: { header }, body }));
    },
    onSuccess: async () => {
      discard();
      await queries.invalidateQueries({ queryKey: calendarsKey });
    },
    // Somebody else has published meanwhile: it is shown above the draft, which stays.
    onError: () => queries.invalidateQueries({ queryKey: calendarsKey }),
  });
}
