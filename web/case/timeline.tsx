import { Text, Title } from '@mantine/core';
import { roleNames } from '../../shared/domain/status-names.ts';
import { useDirectoryNames } from '../parts/directory.ts';
import { Moment } from '../parts/moment.tsx';
import { useNamed, useWords } from '../words/language.tsx';
import classes from './case.module.css';
import { useEventSentence } from './event-sentence.ts';
import type { HistoryEntry } from './use-case.ts';
import { caseWords } from './words.ts';

/** What happened, newest at the bottom; announced when something is added. */
export function Timeline({ history }: { readonly history: readonly HistoryEntry[] }) {
  const words = useWords(caseWords);
  return (
    <section aria-labelledby="timeline">
      <Title order={2} size="h5" id="timeline">
        {words.timeline}
      </Title>
      <div role="log" aria-labelledby="timeline">
        <ol className={classes['plain']}>
          {history.map((entry) => (
            <li key={entry.version} className={`${classes['event']} ${classes['changed']}`}>
              <EventLine entry={entry} />
            </li>
          ))}
        </ol>
      </div>
    </section>
  );
}

/** One event: what, who, when, and after how much working time; what was written with it below. */
export function EventLine({ entry }: { readonly entry: HistoryEntry }) {
  const words = useWords(caseWords);
  const sentence = useEventSentence();
  const who = useWho();
  const { workedMs, at, by, text } = entry;
  return (
    <>
      <div className={classes['eventLine']}>
        <Text fw={500}>{sentence(entry.event)}</Text>
        <Text size="sm" c="dimmed" title={by.id}>
          {who(by)} · <Moment at={at} />
          {workedMs !== null &&
            workedMs >= MINUTE_MS &&
            ` · ${words.workedFor(spell(workedMs, words.hours))}`}
        </Text>
      </div>
      {text !== null && <p className={classes['eventText']}>{text}</p>}
    </>
  );
}

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;

function spell(ms: number, sentence: (hours: number, minutes: number) => string): string {
  const minutes = Math.floor(ms / MINUTE_MS);
  return sentence(Math.floor(minutes / HOUR_MINUTES), minutes % HOUR_MINUTES);
}

function useWho() {
  const named = useNamed();
  const names = useDirectoryNames();
  return ({ role, department }: HistoryEntry['by']): string =>
    department === null
      ? named(roleNames[role])
      : `${named(roleNames[role])}, ${names.department(department)}`;
}
