import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useServices } from '../platform/services.ts';
import { useWords } from '../words/language.tsx';
import { WholePage } from './whole-page.tsx';
import { appWords } from './words.ts';

/** Where the issuer sends people back to. A sign-in is finished once, however often React draws this. */
let finishing: Promise<string | undefined> | undefined;

export function SignedIn() {
  const words = useWords(appWords);
  const { session } = useServices();
  const navigate = useNavigate();
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    finishing ??= session.finishSignIn();
    finishing.then(
      (path) => path !== undefined && void navigate({ href: path, replace: true }),
      () => setHasFailed(true),
    );
  }, [session, navigate]);
  if (!hasFailed) return <WholePage title={words.signingIn} />;
  return (
    <WholePage title={words.signInFailed}>
      <div>
        <Button onClick={() => void session.signIn('/')}>{words.signIn}</Button>
      </div>
    </WholePage>
  );
}
