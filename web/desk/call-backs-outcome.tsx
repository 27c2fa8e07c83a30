import { Button, Kbd, Text, Textarea, TextInput } from '@mantine/core';
import { type RefObject, useRef } from 'react';
import { LIMITS } from '../../shared/contracts/limits.ts';
import { judgementNames } from '../../shared/domain/status-names.ts';
import { isComplete, type OwnAction } from '../case/action-forms.ts';
import { type Composer, type Composing, useComposing } from '../case/composing.ts';
import type { CaseDetails } from '../case/use-case.ts';
import { useTakeAction } from '../case/use-take-action.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { useFormat } from '../parts/format.ts';
import { isTooLong } from '../parts/too-long.ts';
import { type Command, useCommands } from '../platform/commands.ts';
import { useNamed, useWords } from '../words/language.tsx';
import { callBackWords } from './call-backs-words.ts';
import classes from './call-backs.module.css';

interface CallBackOutcomeProps {
  readonly details: CaseDetails;
  readonly recorded: (what: string) => void;
}

interface Outcome {
  readonly key: string;
  readonly label: string;
  readonly action: OwnAction;
  readonly draft: Partial<Composing>;
  /** There is more to ask before it is recorded. */
  readonly asks?: 'why' | 'when';
}

/** What the citizen says, or that nobody did: one key each, and the next is on the screen. */
export function CallBackOutcome(props: CallBackOutcomeProps) {
  const words = useWords(callBackWords);
  const { asked, taking, ...recording } = useRecording(props);
  const note = useRef<HTMLTextAreaElement>(null);
  const commands = useOutcomes().map((one): Command => ({
    id: `call-backs.${one.key}`,
    label: one.label,
    keys: one.key,
    disabled: taking.isPending || !recording.isNoteRight,
    run: () => {
      recording.choose(one);
      if (one.asks === 'why') note.current?.focus();
    },
  }));
  const send: Command = {
    id: 'call-backs.record',
    label: words.record(asked?.label ?? ''),
    keys: 'Ctrl+Enter',
    disabled: !recording.isReady,
    run: recording.record,
  };
  useCommands([...commands, send]);
  return (
    <section aria-label={words.outcome}>
      <Text mt="md" fs="italic">
        {words.question}
      </Text>
      <div className={classes['outcomes']}>
        {commands.map((one) => (
          <OutcomeButton key={one.id} command={one} isPressed={one.keys === asked?.key} />
        ))}
      </div>
      <NoteField ref={note} composer={recording.composer} asks={asked?.asks} />
      {asked?.asks === 'when' && <WhenField composer={recording.composer} />}
      {asked !== undefined && (
        <div className={classes['outcomes']}>
          <OutcomeButton command={send} isMain />
        </div>
      )}
      {taking.error !== null && <ErrorNote error={taking.error} />}
    </section>
  );
}

/** Records an outcome, or keeps it until what it asks for is there. */
function useRecording({ details: { case: current }, recorded }: CallBackOutcomeProps) {
  const composer = useComposing(current.caseId, current.version);
  const { composing, change, discard } = composer;
  const asked = useOutcomes().find((one) => isAsked(one, composing));
  const label = useRef('');
  const taken = (): void => {
    discard();
    recorded(label.current);
  };
  const taking = useTakeAction(current.caseId, { taken });
  const record = (outcome: Outcome): void => {
    label.current = outcome.label;
    const draft = { ...composing, ...outcome.draft };
    taking.mutate({ action: outcome.action, draft, current });
  };
  return {
    ...{ composer, asked, taking },
    isNoteRight: !isTooLong(composing.text, LIMITS.note),
    isReady: asked !== undefined && isReadyFor(asked, composing) && !taking.isPending,
    record: () => {
      if (asked !== undefined) record(asked);
    },
    choose: (outcome: Outcome): void => {
      if (outcome.asks === undefined) record(outcome);
      else change({ date: '', ...outcome.draft, action: outcome.action });
    },
  };
}

interface NoteFieldProps {
  readonly ref: RefObject<HTMLTextAreaElement | null>;
  readonly composer: Composer;
  readonly asks: Outcome['asks'];
}

function NoteField({ ref, composer: { composing, change }, asks }: NoteFieldProps) {
  const words = useWords(callBackWords);
  const format = useFormat();
  return (
    <Textarea
      ref={ref}
      label={asks === 'why' ? words.noteUnsatisfied : words.note}
      autosize
      minRows={2}
      maxRows={8}
      value={composing.text}
      error={
        isTooLong(composing.text, LIMITS.note) ? words.tooLong(format.number(LIMITS.note)) : null
      }
      onChange={({ currentTarget }) => change({ text: currentTarget.value })}
    />
  );
}

function WhenField({ composer: { composing, change } }: { readonly composer: Composer }) {
  return (
    <TextInput
      type="datetime-local"
      label={useWords(callBackWords).callAgainAt}
      required
      autoFocus
      mt="sm"
      maw={280}
      value={composing.date ?? ''}
      onChange={({ currentTarget }) => change({ date: currentTarget.value })}
    />
  );
}

interface OutcomeButtonProps {
  readonly command: Command;
  readonly isMain?: boolean;
  /** It is chosen and asks for more. */
  readonly isPressed?: boolean;
}

function OutcomeButton({ command, isMain = false, isPressed }: OutcomeButtonProps) {
  const { label, keys, disabled = false, run } = command;
  return (
    <Button
      variant={isMain || isPressed === true ? 'filled' : 'default'}
      color={isMain ? 'lacquer' : 'ink'}
      aria-pressed={isPressed}
      disabled={disabled}
      aria-keyshortcuts={keys?.replace('Ctrl', 'Control')}
      rightSection={
        <Kbd size="xs" aria-hidden visibleFrom="sm">
          {keys}
        </Kbd>
      }
      onClick={run}
    >
      {label}
    </Button>
  );
}

function useOutcomes(): readonly Outcome[] {
  const words = useWords(callBackWords);
  const named = useNamed();
  const judged = (key: string, judgement: keyof typeof judgementNames): Outcome => ({
    key,
    label: named(judgementNames[judgement]),
    action: 'rate',
    draft: { judgement },
  });
  return [
    judged('1', 'satisfied'),
    judged('2', 'acceptable'),
    { ...judged('3', 'unsatisfied'), asks: 'why' },
    { key: '0', label: words.noAnswer, action: 'call-back', draft: { date: '' } },
    { key: '4', label: words.callLater, action: 'call-back', draft: {}, asks: 'when' },
  ];
}

/** Whether this is what the agent has chosen and not recorded yet; it outlives a reload as what was typed does. */
const isAsked = ({ asks, action, draft }: Outcome, composing: Composing): boolean =>
  asks !== undefined &&
  action === composing.action &&
  (draft.judgement === undefined || draft.judgement === composing.judgement);

const isReadyFor = ({ action, asks }: Outcome, composing: Composing): boolean =>
  isComplete(action, composing) && (asks !== 'when' || (composing.date ?? '') !== '');
