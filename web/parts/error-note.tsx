import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ApiProblem } from '../platform/api-problem.ts';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/language.tsx';

/** What went wrong in the reader's language; the API has written the sentence where it was the API that refused. */
export function useSentence(): (error: unknown) => string {
  const words = useWords(commonWords);
  return (error) => {
    if (!(error instanceof ApiProblem)) return words.unknown;
    if (error.code === 'UNREACHABLE') return words.unreachable;
    return error.title === '' ? words.unknown : error.title;
  };
}

interface ErrorNoteProps {
  readonly error: unknown;
  readonly retry?: () => void;
}

/** Says what happened and offers to try again. */
export function ErrorNote({ error, retry }: ErrorNoteProps) {
  const words = useWords(commonWords);
  const sentence = useSentence();
  const problem = error instanceof ApiProblem ? error : undefined;
  return (
    <Alert role="alert" color="lacquer" variant="outline" icon={<IconAlertTriangle />} m="xs">
      <Group justify="space-between" gap="sm">
        <div>
          <Text>{sentence(error)}</Text>
          {problem?.problems.map(({ at, because }) => (
            <Text key={at} size="sm">
              {at}: {because}
            </Text>
          ))}
          {problem?.requestId !== undefined && problem.status >= 500 && (
            <Text size="sm" c="dimmed">
              {words.requestId(problem.requestId)}
            </Text>
          )}
        </div>
        {retry !== undefined && (
          <Button variant="default" onClick={retry}>
            {words.retry}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
