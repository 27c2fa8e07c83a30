import { Button, Kbd, Text } from '@mantine/core';
import { LIMITS } from '../../shared/contracts/limits.ts';
import { isTooLong } from '../parts/too-long.ts';
import { type Command, useCommands } from '../platform/commands.ts';
import { useWords } from '../words/language.tsx';
import type { Call, CallDraft } from './call-draft.ts';
import {
  type CallPlan,
  type Intent,
  intentOf,
  planOf,
  type Proposal,
  type Submission,
  submissionOf,
} from './call-plan.ts';
import classes from './desk.module.css';
import { deskWords } from './words.ts';

interface CallActionsProps {
  readonly call: Call;
  readonly proposal: Proposal | undefined;
  readonly submit: (submission: Submission) => void;
}

/** What can be done with the call now; the first is what Enter does. */
export function CallActions({ call, proposal, submit }: CallActionsProps) {
  const words = useWords(deskWords);
  const { draft, change } = call;
  const plan = planOf(draft, proposal);
  const intent = intentOf(draft, plan);
  const isReady = isSendable(draft);
  const send = (what: Intent) => () => submit(submissionOf(draft, proposal, what));
  const lacksService = intent === 'answer' && plan.serviceCode === null;
  const isAnswering = draft.answer !== null;
  const main: Command = {
    id: 'desk.send',
    label: useMainLabel(draft, plan, intent),
    keys: 'Ctrl+Enter',
    disabled: !isReady || lacksService || draft.answer?.trim() === '',
    run: send(intent),
  };
  const answer: Command = {
    id: 'desk.answer',
    label: isAnswering ? words.noAnswerYet : words.answerNow,
    keys: 'Alt+A',
    run: () => change({ answer: isAnswering ? null : '' }),
  };
  const log: Command = {
    id: 'desk.log',
    label: words.logOnly,
    keys: 'Alt+L',
    disabled: !isReady,
    run: send('log'),
  };
  const others = intent === 'log' ? [answer] : [answer, log];
  useCommands([main, answer, log]);
  return (
    <div>
      {lacksService && (
        <Text size="sm" role="status">
          {words.needsService}
        </Text>
      )}
      <div className={classes['actions']}>
        <ActionButton command={main} isMain />
        {others.map((one) => (
          <ActionButton key={one.id} command={one} />
        ))}
      </div>
    </div>
  );
}

function ActionButton(props: { readonly command: Command; readonly isMain?: boolean }) {
  const { label, keys, run, disabled = false } = props.command;
  return (
    <Button
      variant={props.isMain === true ? 'filled' : 'default'}
      disabled={disabled}
      data-main-action={props.isMain}
      onClick={run}
      aria-keyshortcuts={keys?.replace('Ctrl', 'Control')}
      rightSection={
        <Kbd size="xs" aria-hidden visibleFrom="sm">
          {keys}
        </Kbd>
      }
    >
      {label}
    </Button>
  );
}

function useMainLabel({ duplicateOf }: CallDraft, plan: CallPlan, intent: Intent): string {
  const words = useWords(deskWords);
  if (intent === 'answer') return words.sendAnswer;
  if (intent === 'route') return words.route(1 + plan.supporting.length);
  return duplicateOf === null ? words.logOnly : words.logAndMerge(duplicateOf.trackingCode);
}

const isSendable = ({ description, answer }: CallDraft): boolean =>
  description.trim() !== '' &&
  !isTooLong(description, LIMITS.description) &&
  !isTooLong(answer ?? '', LIMITS.answer);
