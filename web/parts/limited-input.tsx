import { Text, TextInput, type TextInputProps } from '@mantine/core';
import type { Ref } from 'react';
import { useWords } from '../words/language.tsx';
import { partWords } from './words.ts';

interface Limited {
  readonly value: string;
  /** Of characters: what is typed beyond it the browser leaves out. */
  readonly maxLength: number;
}

interface LimitedInputProps extends Omit<TextInputProps, 'value' | 'maxLength'>, Limited {
  readonly ref?: Ref<HTMLInputElement>;
}

/** A field of one line that says when it is nearly full, so that nothing is cut without a word. */
export function LimitedInput(props: LimitedInputProps) {
  const { value, maxLength } = props;
  return (
    <TextInput
      {...props}
      inputContainer={(input) => (
        <>
          {input}
          <LimitNote value={value} maxLength={maxLength} />
        </>
      )}
    />
  );
}

/** Characters from the end at which it is told: a word or two, and less of a short field. */
const NEAR = 20;
const NEAR_SHARE = 0.2;

/** How many characters are left, or that the field is full. */
export function LimitNote({ value, maxLength }: Limited) {
  const words = useWords(partWords);
  const left = maxLength - value.length;
  const isNear = left <= Math.min(NEAR, maxLength * NEAR_SHARE);
  return (
    <Text role="status" size="xs" c={left > 0 ? 'dimmed' : 'var(--state-late)'}>
      {isNear && (left > 0 ? words.charactersLeft(String(left)) : words.full(String(maxLength)))}
    </Text>
  );
}
