import { Button, Stack, Textarea } from '@mantine/core';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { ErrorNote } from '../parts/error-note.tsx';
import { LimitNote } from '../parts/limited-input.tsx';
import { useWords } from '../words/language.tsx';
import { administrationWords } from './administration-words.ts';

/** As many characters as the API takes. */
const REASON_LIMIT = 1_000;

interface PublishFormProps {
  /** Somebody has published since the draft was begun. */
  readonly isStale: boolean;
  readonly publishing: {
    readonly mutate: (reason: string) => void;
    readonly error: unknown;
    readonly isPending: boolean;
  };
  /** What the button says, where it can say more than that something is published. */
  readonly label?: string;
  /** What else has to be decided. */
  readonly children?: ReactNode;
}

/** Nothing is published without a reason. */
export function PublishForm({ isStale, publishing, label, children }: PublishFormProps) {
  const words = useWords(administrationWords);
  const [reason, setReason] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    publishing.mutate(reason.trim());
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="xs" align="flex-start">
        <Textarea
          w="100%"
          label={words.reason}
          description={words.reasonHint}
          required
          maxLength={REASON_LIMIT}
          inputContainer={(input) => (
            <>
              {input}
              <LimitNote value={reason} maxLength={REASON_LIMIT} />
            </>
          )}
          autosize
          minRows={2}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {children}
        {publishing.error !== null && <ErrorNote error={publishing.error} />}
        <Button
          type="submit"
          disabled={isStale || reason.trim() === ''}
          loading={publishing.isPending}
        >
          {label ?? words.publish}
        </Button>
      </Stack>
    </form>
  );
}
