import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { EmptyState } from '../parts/empty-state.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { ListSkeleton } from '../parts/list-skeleton.tsx';
import { useWords } from '../words/language.tsx';
import { CasesSum, type CasesSumProps } from './cases-sum.tsx';
import { casesWords } from './cases-words.ts';

interface ListedCasesProps<Row> extends Pick<CasesSumProps, 'events' | 'count' | 'listed'> {
  readonly list: {
    readonly error: unknown;
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly refetch: () => unknown;
    readonly fetchNextPage: () => unknown;
  };
  /** Of all pages that are there; undefined until the first is. */
  readonly rows: readonly Row[] | undefined;
  readonly children: (rows: readonly Row[]) => ReactNode;
}

/** A list that is read page after page, and whether it re-adds to the figure that opened it. */
export function ListedCases<Row>({ list, rows, children, ...figure }: ListedCasesProps<Row>) {
  const words = useWords(casesWords);
  const { error, hasNextPage, isFetchingNextPage } = list;
  const note = error !== null && <ErrorNote error={error} retry={() => void list.refetch()} />;
  if (rows === undefined) return note === false ? <ListSkeleton rows={10} /> : note;
  return (
    <>
      {note}
      <CasesSum cases={rows.length} isWhole={!hasNextPage} {...figure} />
      {rows.length === 0 ? <EmptyState title={words.noCases} /> : children(rows)}
      {hasNextPage && (
        <Button
          variant="default"
          loading={isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {words.loadMore}
        </Button>
      )}
    </>
  );
}
