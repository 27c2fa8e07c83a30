import { Checkbox, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useRef } from 'react';
import { channelNames } from '../../shared/domain/status-names.ts';
import { LIMITS } from '../../shared/contracts/limits.ts';
import { useSentence } from '../parts/error-note.tsx';
import { useFormat } from '../parts/format.ts';
import { LimitedInput } from '../parts/limited-input.tsx';
import { isTooLong } from '../parts/too-long.ts';
import { ApiProblem } from '../platform/api-problem.ts';
import { useCommands } from '../platform/commands.ts';
import { useNamed, useWords } from '../words/language.tsx';
import { AnswerHere } from './answer-here.tsx';
import { CallActions } from './call-actions.tsx';
import { type Call, EMPTY_CALL } from './call-draft.ts';
import { type Proposal, type Submission } from './call-plan.ts';
import { CallerHistory } from './caller-history.tsx';
import classes from './desk.module.css';
import type { Refused } from './use-outbox.ts';
import { deskWords } from './words.ts';

interface CallFormProps {
  readonly call: Call;
  readonly proposal: Proposal | undefined;
  /** The call that was given back to be corrected, as it was refused. */
  readonly refused: Refused | undefined;
  readonly submit: (submission: Submission) => void;
}

/** A constant's keys are its type, which Object.keys does not say. */
const CHANNELS = Object.keys(channelNames) as (keyof typeof channelNames)[];

/** One form for the whole call, in the order of the talk. Enter goes to the next field, in the last it takes the main action. */
export function CallForm({ call, proposal, refused, submit }: CallFormProps) {
  const words = useWords(deskWords);
  const navigate = useNavigate();
  const form = useRef<HTMLFormElement>(null);
  const focusPhone = (): void => {
    void navigate({ to: '/desk' }).then(() => form.current?.querySelector('input')?.focus());
  };
  useCommands([
    { id: 'desk.new-call', label: words.newCall, keys: 'n', run: focusPhone },
    {
      id: 'desk.clear',
      label: words.clear,
      keys: 'Alt+X',
      disabled: call.draft.key === '',
      run: () => call.replace(EMPTY_CALL),
    },
    {
      id: 'desk.urgent',
      label: words.urgent,
      keys: 'Alt+K',
      run: () => call.change({ urgent: !call.draft.urgent }),
    },
  ]);
  return (
    <form
      ref={form}
      aria-label={words.newCall}
      onKeyDown={goOn}
      onSubmit={(e) => e.preventDefault()}
    >
      <Stack gap="sm">
        <PhoneField call={call} refused={refused} />
        <WordsFields call={call} />
        {call.draft.answer !== null && (
          <AnswerHere call={call} answer={call.draft.answer} proposal={proposal} />
        )}
        <CallActions
          call={call}
          proposal={proposal}
          submit={(submission) => {
            submit(submission);
            call.replace(EMPTY_CALL);
          }}
        />
        <MoreFields call={call} />
      </Stack>
    </form>
  );
}

function PhoneField({ call: { draft, change }, refused }: Pick<CallFormProps, 'call' | 'refused'>) {
  const words = useWords(deskWords);
  const sentence = useSentence();
  const isRefused =
    refused?.problem.code.startsWith('PHONE_') === true && refused.draft.phone === draft.phone;
  return (
    <div className={classes['pair']}>
      <LimitedInput
        label={words.phone}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        autoFocus
        maxLength={LIMITS.phone}
        value={draft.phone}
        error={isRefused && sentence(new ApiProblem(refused.problem))}
        onChange={({ currentTarget }) => change({ phone: currentTarget.value })}
      />
      <CallerHistory phone={draft.phone} draft={draft} change={change} />
    </div>
  );
}

function WordsFields({ call: { draft, change } }: { readonly call: Call }) {
  const words = useWords(deskWords);
  const format = useFormat();
  return (
    <>
      <Textarea
        label={words.description}
        placeholder={words.descriptionHint}
        required
        autosize
        minRows={5}
        maxRows={14}
        value={draft.description}
        error={
          isTooLong(draft.description, LIMITS.description)
            ? words.tooLong(format.number(LIMITS.description))
            : null
        }
        onChange={({ currentTarget }) => change({ description: currentTarget.value })}
      />
      <div className={classes['pair']}>
        <LimitedInput
          label={words.place}
          autoComplete="off"
          maxLength={LIMITS.address}
          value={draft.place}
          onChange={({ currentTarget }) => change({ place: currentTarget.value })}
        />
        <LimitedInput
          label={words.name}
          autoComplete="off"
          maxLength={LIMITS.name}
          value={draft.name}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          data-last-field
        />
      </div>
    </>
  );
}

/** Seldom changed, so behind the actions. */
function MoreFields({ call: { draft, change } }: { readonly call: Call }) {
  const words = useWords(deskWords);
  const named = useNamed();
  return (
    <div className={classes['pair']}>
      <LimitedInput
        label={words.summary}
        description={words.summaryHint}
        autoComplete="off"
        maxLength={LIMITS.summary}
        value={draft.summary}
        onChange={({ currentTarget }) => change({ summary: currentTarget.value })}
      />
      <div>
        <NativeSelect
          label={words.channel}
          value={draft.channel}
          data={CHANNELS.map((value) => ({ value, label: named(channelNames[value]) }))}
          onChange={({ currentTarget }) =>
            change({ channel: CHANNELS.find((one) => one === currentTarget.value) ?? 'phone' })
          }
        />
        <Checkbox
          mt="xs"
          label={words.urgent}
          checked={draft.urgent}
          onChange={({ currentTarget }) => change({ urgent: currentTarget.checked })}
        />
      </div>
    </div>
  );
}

/** Enter in a field of one line: to the next field, or from the last one to what the main button does. */
function goOn(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget: form } = event;
  if (!isEnter(event) || !isLine(target)) return;
  event.preventDefault();
  if (target.dataset['lastField'] !== undefined) {
    form.querySelector<HTMLButtonElement>('[data-main-action]')?.click();
    return;
  }
  const fields = [...form.querySelectorAll<HTMLElement>('input, textarea')];
  fields[fields.indexOf(target) + 1]?.focus();
}

/** Alone: with Ctrl it sends the call, from wherever the person is. */
const isEnter = ({ key, ctrlKey, metaKey, nativeEvent }: KeyboardEvent): boolean =>
  key === 'Enter' && !ctrlKey && !metaKey && !nativeEvent.isComposing;

const isLine = (target: EventTarget): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.type !== 'checkbox';
