import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorNote } from '../parts/error-note.tsx';
import { ask } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';
import { useWords } from '../words/language.tsx';
import { deskWords } from './words.ts';

export function DeskPage() {
  const words = useWords(deskWords);
  const api = useApi();
  const queue = useQuery({
    queryKey: ['desk', 'queue'],
    queryFn: () => ask(api.GET('/v1/desk/cases', { params: { query: { limit: 25 } } })),
  });
  return (
    <>
      <Title order={1} size="h4" p="sm">
        {words.queue}
      </Title>
      {queue.error !== null && <ErrorNote error={queue.error} retry={() => void queue.refetch()} />}
      <ul>
        {queue.data?.cases.map(({ caseId, trackingCode }) => (
          <li key={caseId}>{trackingCode}</li>
        ))}
      </ul>
    </>
  );
}
