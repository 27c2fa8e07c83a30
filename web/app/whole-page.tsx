import { Anchor, Button, Center, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useServices } from '../platform/services.ts';
import { useWords } from '../words/language.tsx';
import { appWords } from './words.ts';

/** One thing to say, and what to do next. */
export function WholePage(props: {
  readonly title: string;
  readonly body?: string;
  readonly children?: ReactNode;
  /** Something stands around it, and has the page's main place. */
  readonly isInside?: true;
}) {
  return (
    <Center component={props.isInside === true ? 'div' : 'main'} mih="60vh" p="md">
      <Stack maw={480} gap="sm">
        <Title order={1} size="h3">
          {props.title}
        </Title>
        {props.body !== undefined && <Text>{props.body}</Text>}
        {props.children}
      </Stack>
    </Center>
  );
}

export function NotFound({ isInside }: { readonly isInside?: true }) {
  const words = useWords(appWords);
  return (
    <WholePage
      title={words.notFoundTitle}
      body={words.notFoundBody}
      {...(isInside && { isInside })}
    >
      <Anchor href="/">{words.toStart}</Anchor>
    </WholePage>
  );
}

export function Crashed() {
  const words = useWords(appWords);
  return (
    <WholePage title={words.crashedTitle} body={words.crashedBody}>
      <div>
        <Button onClick={() => location.reload()}>{words.reload}</Button>
      </div>
    </WholePage>
  );
}

export function SignedOut() {
  const words = useWords(appWords);
  const { session } = useServices();
  return (
    <WholePage title={words.signedOut}>
      <div>
        <Button onClick={() => void session.signIn('/')}>{words.signIn}</Button>
      </div>
    </WholePage>
  );
}
