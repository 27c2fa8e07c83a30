import { Button, Modal, Stack, Text } from '@mantine/core';
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
    <Modal
      opened={isEnded}
      onClose={() => undefined}
      title={words.endedTitle}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      centered
    >
      <Stack>
        <Text>{words.endedBody}</Text>
        <Button data-autofocus onClick={() => void session.signInBeside().catch(() => undefined)}>
          {words.endedAction}
        </Button>
      </Stack>
    </Modal>
  );
}
