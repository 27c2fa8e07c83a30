import {
  Outlet,
  type StaticDataRouteOption,
  useMatches,
  useRouterState,
} from '@tanstack/react-router';
import { useEffect } from 'react';
import { operationRoles } from '../../shared/domain/permissions.ts';
import { roleNames } from '../../shared/domain/status-names.ts';
import { codeOf } from '../platform/api-problem.ts';
import { useMe, useMay, useMeQuery } from '../platform/me.ts';
import { useServices } from '../platform/services.ts';
import { useSessionState } from '../platform/use-session.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { useLanguage, useNamed, useWords } from '../words/language.tsx';
import { Shell, ShellSkeleton } from './shell.tsx';
import { SignInAgain } from './sign-in-again.tsx';
import { WholePage } from './whole-page.tsx';
import { appWords } from './words.ts';

/** Around every page that needs a sign-in: asks for one, finds out who it is, and shows what they may open. */
export function StaffPage() {
  const { session } = useServices();
  const path = useRouterState({ select: ({ location }) => location.href });
  const isSignedOut = useSessionState() === 'signed-out';
  useEffect(() => {
    if (isSignedOut) void session.signIn(path);
  }, [isSignedOut, session, path]);
  return isSignedOut ? <ShellSkeleton /> : <SignedInPage />;
}

function SignedInPage() {
  const words = useWords(appWords);
  const me = useMeQuery();
  if (me.error !== null && codeOf(me.error) === 'NOT_STAFF')
    return <WholePage title={words.notStaffTitle} body={words.notStaffBody} />;
  if (me.error !== null) return <ErrorNote error={me.error} retry={() => void me.refetch()} />;
  return (
    <>
      {me.data === undefined ? (
        <ShellSkeleton />
      ) : (
        <Shell>
          <PermittedPage />
        </Shell>
      )}
      <SignInAgain />
    </>
  );
}

function PermittedPage() {
  const { language } = useLanguage();
  const may = useMay();
  const { title, operations }: StaticDataRouteOption = useMatches().at(-1)?.staticData ?? {};
  const shown = title?.[language];
  useEffect(() => {
    document.title = shown === undefined ? '1022' : `${shown} · 1022`;
  }, [shown]);
  if (operations !== undefined && !operations.some(may))
    return <NoPermission roles={operations.flatMap((one) => operationRoles[one])} />;
  return <Outlet />;
}

function NoPermission({ roles }: { readonly roles: readonly (keyof typeof roleNames)[] }) {
  const words = useWords(appWords);
  const named = useNamed();
  const { role } = useMe();
  const who = [...new Set(roles)]
    .map((one) => named(roleNames[one]).toLocaleLowerCase())
    .join(', ');
  return (
    <WholePage
      isInside
      title={words.noPermissionTitle}
      body={words.noPermissionBody(named(roleNames[role]).toLocaleLowerCase(), who)}
    />
  );
}
