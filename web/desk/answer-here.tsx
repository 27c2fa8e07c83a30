import { Skeleton, Textarea } from '@mantine/core';
import { lazy, Suspense, useRef } from 'react';
import { LIMITS } from '../../shared/contracts/limits.ts';
import { useDirectoryNames } from '../parts/directory.ts';
import { useFormat } from '../parts/format.ts';
import { isTooLong } from '../parts/too-long.ts';
import { useWords } from '../words/language.tsx';
import type { Call } from './call-draft.ts';
import { planOf, type Proposal } from './call-plan.ts';
import { deskWords } from './words.ts';

/** Not in the first load: it is needed once somebody answers. */
const TemplateChoice = lazy(() =>
  import('../parts/template-choice.tsx').then(({ TemplateChoice: one }) => ({ default: one })),
);
/** Of the label and the field of the choice, so that nothing jumps when it comes. */
const CHOICE_PX = 60;

interface AnswerHereProps {
  readonly call: Call;
  readonly answer: string;
  readonly proposal: Proposal | undefined;
}

/** The answer, given while the caller is on the line. */
export function AnswerHere({ call, answer, proposal }: AnswerHereProps) {
  const words = useWords(deskWords);
  const format = useFormat();
  const names = useDirectoryNames();
  const field = useRef<HTMLTextAreaElement>(null);
  const change = (text: string): void => call.change({ answer: text });
  return (
    <>
      <Suspense fallback={<Skeleton h={CHOICE_PX} />}>
        <TemplateChoice
          serviceCode={planOf(call.draft, proposal).serviceCode}
          // The code is filled in when there is one: once the call is logged.
          known={{ department: names.department(null) }}
          text={answer}
          change={change}
          field={field}
        />
      </Suspense>
      <Textarea
        ref={field}
        label={words.answer}
        required
        autoFocus
        autosize
        minRows={4}
        maxRows={14}
        value={answer}
        error={
          isTooLong(answer, LIMITS.answer) ? words.tooLong(format.number(LIMITS.answer)) : null
        }
        onChange={({ currentTarget }) => change(currentTarget.value)}
      />
    </>
  );
}
