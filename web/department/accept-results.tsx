import { Button, Group, Loader, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useSentence } from '../parts/error-note.tsx';
import { useWords } from '../words/language.tsx';
import classes from './department.module.css';
import type { Accepted, Accepting } from './use-accept.ts';
import { departmentWords } from './words.ts';

/** What became of each case that was to be accepted, as it comes in. */
export function AcceptResults({ accepting }: { readonly accepting: Accepting }) {
  const words = useWords(departmentWords);
  const { accepted, isBusy, forget } = accepting;
  const done = accepted.filter(({ state }) => state === 'done').length;
  return (
    <div role="log" aria-label={words.accepting} className={classes['results']}>
      {accepted.length > 0 && (
        <>
          <Group justify="space-between" gap="xs">
            <Text fw={500}>{words.acceptedAll(done, accepted.length)}</Text>
            <Button variant="default" size="compact-md" disabled={isBusy} onClick={forget}>
              {words.closeResults}
            </Button>
          </Group>
          <ul>
            {accepted.map((one) => (
              <li key={one.caseId}>
                <b>{one.trackingCode}</b> <Outcome accepted={one} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function Outcome({ accepted: { state, error } }: { readonly accepted: Accepted }) {
  const words = useWords(departmentWords);
  const sentence = useSentence();
  if (state === 'waiting')
    return (
      <>
        <Loader size={12} aria-hidden /> {words.isWaiting}
      </>
    );
  return state === 'done' ? (
    <span style={{ color: 'var(--state-on-track)' }}>
      <IconCheck size={14} aria-hidden /> {words.isAccepted}
    </span>
  ) : (
    <span style={{ color: 'var(--state-late)' }}>
      <IconAlertTriangle size={14} aria-hidden /> {sentence(error)}
    </span>
  );
}
