import type { ReactNode } from 'react';
import { ErrorNote } from './error-note.tsx';
import { ListSkeleton } from './list-skeleton.tsx';

export interface LoadedProps<T> {
  readonly query: {
    readonly data: T | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  /** As large as what comes. */
  readonly skeleton?: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** What was asked for, its place while it comes, or what went wrong; what was there before stays below the note. */
export function Loaded<T>({ query, skeleton = <ListSkeleton />, children }: LoadedProps<T>) {
  const { data, error, refetch } = query;
  const hasFailed = error !== null;
  return (
    <>
      {hasFailed && <ErrorNote error={error} retry={() => void refetch()} />}
      {data === undefined ? !hasFailed && skeleton : children(data)}
    </>
  );
}
