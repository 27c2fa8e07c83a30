import { Alert, Text } from '@mantine/core';
import { useFormat } from '../parts/format.ts';
import { Moment } from '../parts/moment.tsx';
import { useWords } from '../words/language.tsx';
import { calendarWords } from './calendar-words.ts';
import { useMoving } from './use-calendars.ts';

/** How far running deadlines follow the calendar that was published last; nothing where nobody asked for it. */
export function MovingNote() {
  const words = useWords(calendarWords);
  const format = useFormat();
  const moving = useMoving().data?.moving;
  if (moving == null) return null;
  const { state, startsAt, finishedAt, number } = moving;
  const [looked, moved, refused] = [moving.looked, moving.moved, moving.refused].map(
    format.number,
  ) as [string, string, string];
  return (
    <Alert color="ink" variant="outline" mt="sm" title={words.movingTitle(number)}>
      <Text>
        {words[state]} <Moment at={finishedAt ?? startsAt} />
      </Text>
      <Text>{words.movingCounts(looked, moved, refused)}</Text>
    </Alert>
  );
}
