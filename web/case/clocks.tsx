import { Text, Title } from '@mantine/core';
import { useDirectoryNames } from '../parts/directory.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Moment } from '../parts/moment.tsx';
import { StateMark, stateColor } from '../parts/state-mark.tsx';
import { useNamed, useWords } from '../words/language.tsx';
import classes from './case.module.css';
import type { ClockReading } from './use-case.ts';
import { caseWords } from './words.ts';

/** Every clock of the round: a bar of the time that it counts, with pauses hatched. */
export function Clocks({ clocks }: { readonly clocks: readonly ClockReading[] }) {
  const words = useWords(caseWords);
  return (
    <section className={classes['section']} aria-labelledby="clocks">
      <Title order={2} size="h5" id="clocks" mb="xs">
        {words.clocks}
      </Title>
      {clocks.length === 0 && <EmptyState title={words.noClocks} />}
      <ul className={classes['plain']}>
        {clocks.map((clock) => (
          <li key={`${clock.kind} ${clock.department ?? ''}`} className={classes['clock']}>
            <Clock clock={clock} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Clock({ clock }: { readonly clock: ClockReading }) {
  const words = useWords(caseWords);
  const named = useNamed();
  const names = useDirectoryNames();
  const { kind, department, state, dueAt, why } = clock;
  return (
    <>
      <Text fw={500}>
        <StateMark state={state} /> {words[kind]} · {names.department(department)}
      </Text>
      <Bar clock={clock} />
      <Text size="sm">{named(why)}</Text>
      <Text size="sm" c="dimmed">
        {words.due} <Moment at={dueAt} />
      </Text>
    </>
  );
}

/** The sentence below says the same; the bar is for the eye. */
function Bar({ clock: { usedMs, leftMs, pausedMs, state } }: { readonly clock: ClockReading }) {
  const whole = Math.max(1, usedMs + Math.max(0, leftMs) + pausedMs);
  const width = (ms: number) => ({ width: `${(100 * ms) / whole}%` });
  return (
    <div className={classes['bar']} aria-hidden>
      <div className={classes['used']} style={{ ...width(usedMs), color: stateColor(state) }} />
      <div className={classes['pause']} style={width(pausedMs)} />
    </div>
  );
}
