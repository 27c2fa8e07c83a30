import { Textarea } from '@mantine/core';
import { LIMITS } from '../../shared/contracts/limits.ts';
import { useFormat } from '../parts/format.ts';
import { useWords } from '../words/language.tsx';
import type { Call } from './call-draft.ts';
import { deskWords } from './words.ts';

interface AnswerHereProps {
  readonly call: Call;
  readonly answer: string;
}

/** The answer, given while the caller is on the line. */
export function AnswerHere({ call, answer }: AnswerHereProps) {
  const words = useWords(deskWords);
  const format = useFormat();
  return (
    <Textarea
      label={words.answer}
      required
      autoFocus
      autosize
      minRows={4}
      maxRows={14}
      value={answer}
      error={answer.length > LIMITS.answer ? words.tooLong(format.number(LIMITS.answer)) : null}
      onChange={({ currentTarget }) => call.change({ answer: currentTarget.value })}
    />
  );
}
