import { Skeleton } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { EmptyState } from '../parts/empty-state.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useWords } from '../words/language.tsx';
import { backlogRows, BACKLOG_COLUMNS } from './backlog-rows.ts';
import type { BacklogSearch } from './backlog-search.ts';
import { BacklogTable } from './backlog-table.tsx';
import { backlogWords } from './backlog-words.ts';
import { ExportMenu } from './export-menu.tsx';
import { PageBelow } from './page-below.tsx';
import { Section } from './section.tsx';
import { useBacklog } from './use-backlog.ts';
import { useBacklogSheets } from './use-backlog-sheets.ts';
import { useFigureFormat } from './use-figure-format.ts';

/** "What do we owe people, since when, and who owes it?" */
export function BacklogPage() {
  const words = useWords(backlogWords);
  const { number } = useFigureFormat();
  const backlog = useBacklog();
  const { sorting, sort } = useSorting();
  const rows = backlog.data && backlogRows(backlog.data, sorting);
  const sheets = useBacklogSheets(backlog.data?.total, rows);
  return (
    <PageBelow
      title={words.title}
      intro={words.intro}
      asOf={backlog.data?.asOf}
      isLive
      bar={<ExportMenu sheets={sheets} name="1022-backlog" />}
    >
      <Loaded query={backlog} skeleton={<Skeleton h={400} />}>
        {(data) =>
          data.total.open === 0 ? (
            <EmptyState title={words.nothing} />
          ) : (
            <Section id="backlog" title={words.finding(number(data.total.open))}>
              <BacklogTable backlog={data} rows={rows ?? []} sorting={sorting} sort={sort} />
            </Section>
          )
        }
      </Loaded>
    </PageBelow>
  );
}

/** By which column; kept in the address. */
function useSorting() {
  const search = useSearch({ from: '/staff/figures/backlog' });
  const navigate = useNavigate();
  return {
    sorting: {
      column: BACKLOG_COLUMNS.find((one) => one === search.sort) ?? ('open' as const),
      up: search.up === true,
    },
    sort: (next: BacklogSearch): void =>
      void navigate({ to: '/figures/backlog', search: next, replace: true, resetScroll: false }),
  };
}
