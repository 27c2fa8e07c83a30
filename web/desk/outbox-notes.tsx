import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { IconCheck, IconClockPause } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { ErrorNote } from '../parts/error-note.tsx';
import { ApiProblem } from '../platform/api-problem.ts';
import { useWords } from '../words/language.tsx';
import classes from './desk.module.css';
import type { Outbox, Refused, Sent } from './use-outbox.ts';
import { deskWords } from './words.ts';

interface OutboxNotesProps {
  readonly outbox: Outbox;
  readonly correct: (refused: Refused) => void;
}

/** What became of the calls that were finished. */
export function OutboxNotes({ outbox, correct }: OutboxNotesProps) {
  const words = useWords(deskWords);
  const { waiting, refused, sent, remove } = outbox;
  return (
    <>
      <div role="status">
        {sent !== undefined && <SentNote sent={sent} dismiss={() => remove(sent.key)} />}
        {waiting.length > 0 && (
          <Alert color="ink" variant="outline" icon={<IconClockPause />} mb="sm">
            {words.waiting(waiting.length)}
          </Alert>
        )}
      </div>
      {refused.map((one) => (
        <RefusedNote
          key={one.key}
          refused={one}
          correct={() => {
            correct(one);
            remove(one.key);
          }}
          dismiss={() => remove(one.key)}
        />
      ))}
    </>
  );
}

/** The code stands large: the agent reads it to the caller. */
function SentNote({ sent, dismiss }: { readonly sent: Sent; readonly dismiss: () => void }) {
  const words = useWords(deskWords);
  const { logged } = sent;
  return (
    <Alert
      color="green"
      variant="outline"
      icon={<IconCheck />}
      mb="sm"
      withCloseButton
      closeButtonLabel={words.dismiss}
      onClose={dismiss}
      title={words.sent(logged.trackingCode)}
    >
      <Group gap="md">
        <span className={classes['code']}>{logged.trackingCode}</span>
        <span>{words[outcomeOf(sent)]}</span>
        <Anchor component={Link} to={`/cases/${logged.caseId}`}>
          {words.open}
        </Anchor>
      </Group>
    </Alert>
  );
}

function outcomeOf({ draft, then }: Sent) {
  if (then?.action === 'route') return 'sentRoute';
  if (then?.action === 'answer') return 'sentAnswer';
  return draft.duplicateOf === null ? 'sentLog' : 'sentMerge';
}

interface RefusedNoteProps {
  readonly refused: Refused;
  readonly correct: () => void;
  readonly dismiss: () => void;
}

/** A call that is not logged goes back into the form; one that is goes on on its own page. */
function RefusedNote({ refused, correct, dismiss }: RefusedNoteProps) {
  const words = useWords(deskWords);
  const { logged, problem } = refused;
  return (
    <div>
      <Text fw={500}>{logged === null ? words.refused : words.afterLog(logged.trackingCode)}</Text>
      <ErrorNote error={new ApiProblem(problem)} />
      <Group gap="xs" mb="sm">
        {logged === null ? (
          <Button variant="default" onClick={correct}>
            {words.correct}
          </Button>
        ) : (
          <Anchor component={Link} to={`/cases/${logged.caseId}`} onClick={dismiss}>
            {words.open}
          </Anchor>
        )}
      </Group>
    </div>
  );
}
