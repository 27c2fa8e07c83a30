import { lazy, useEffect } from 'react';
import { OnceOpened } from '../parts/once-opened.tsx';
import { useSessionState } from '../platform/use-session.ts';

const loadDialog = () =>
  import('./sign-in-again-dialog.tsx').then(({ SignInAgainDialog }) => ({
    default: SignInAgainDialog,
  }));
const SignInAgainDialog = lazy(loadDialog);

/** When the session ends; its dialog is there by then, as a page that is open all day outlives the files it came from. */
export function SignInAgain() {
  const isEnded = useSessionState() === 'ended';
  useEffect(() => {
    // What cannot be loaded now is tried again when it is needed.
    loadDialog().catch(() => undefined);
  }, []);
  return (
    <OnceOpened isOpen={isEnded}>
      <SignInAgainDialog />
    </OnceOpened>
  );
}
