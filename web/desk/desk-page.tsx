import { SegmentedControl, VisuallyHidden } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../words/language.tsx';
import { useCall } from './call-draft.ts';
import { CallForm } from './call-form.tsx';
import classes from './desk.module.css';
import { OutboxNotes } from './outbox-notes.tsx';
import { Proposals } from './proposals.tsx';
import { Queue } from './queue.tsx';
import { type Refused, useOutbox } from './use-outbox.ts';
import { useProposals } from './use-proposals.ts';
import { useTimerTitle } from './use-timer-title.ts';
import { deskWords } from './words.ts';

/** "What does this caller need, and who answers it?" The queue, the call, and what the machine makes of it. */
export function DeskPage() {
  const words = useWords(deskWords);
  const { view = 'call' } = useSearch({ from: '/staff/desk' });
  const navigate = useNavigate();
  const call = useCall();
  const proposals = useProposals(call.draft);
  const outbox = useOutbox();
  // A form for each call: nothing of the one before stays in its fields.
  const [calls, setCalls] = useState(0);
  const [refused, setRefused] = useState<Refused>();
  useTimerTitle();
  const show = (next: string): void =>
    void navigate({ to: '/desk', search: next === 'queue' ? { view: 'queue' } : {} });
  return (
    <div className={classes['desk']} data-view={view}>
      <VisuallyHidden component="h1">{words.newCall}</VisuallyHidden>
      <SegmentedControl
        className={classes['switch'] ?? ''}
        aria-label={words.lists}
        value={view}
        onChange={show}
        data={[
          { value: 'call', label: words.newCall },
          { value: 'queue', label: words.queue },
        ]}
        fullWidth
      />
      <Queue />
      <div className={classes['call']}>
        <OutboxNotes
          outbox={outbox}
          correct={(one) => {
            call.replace(one.draft);
            setRefused(one);
          }}
        />
        <CallForm
          key={calls}
          call={call}
          proposal={proposals.proposal}
          refused={refused}
          submit={(submission) => {
            outbox.submit(submission);
            setRefused(undefined);
            setCalls((count) => count + 1);
          }}
        />
      </div>
      <Proposals call={call} proposals={proposals} />
    </div>
  );
}
