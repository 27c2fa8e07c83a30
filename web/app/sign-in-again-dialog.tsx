import { Button, Stack, Text } from '@mantine/core';
import { Dialog } from '../parts/dialog.tsx';
import { useServices } from '../platform/services.ts';
import { useSessionState } from '../platform/use-session.ts';
import { useWords } from '../words/language.tsx';
import { appWords } from './words.ts';

/** Over whatever the person is typing: the requests that wait for a token go on when they have signed in. */
export function SignInAgainDialog() {
  const words = useWords(appWords);
  const { session } = useServices();
  const isEnded = useSessionState() === 'ended';
  return (
    <Dialog isOpen={isEnded} title={words.endedTitle}>
      <Stack>
        <Text>{words.endedBody}</Text>
        <Button data-autofocus onClick={() => void session.signInBeside().catch(() => undefined)}>
          {words.endedAction}
        </Button>
      </Stack>
    </Dialog>
  );
}
