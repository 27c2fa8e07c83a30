import { Anchor, Title } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import {
  channelNames,
  classNames,
  type Named,
  priorityNames,
} from '../../shared/domain/status-names.ts';
import { useDirectoryNames } from '../parts/directory.ts';
import { useNamed, useWords } from '../words/language.tsx';
import type { CasesSearch } from './case-link.ts';
import { eventsOf } from './cases-sum.tsx';
import { CasesTable } from './cases-table.tsx';
import { casesWords } from './cases-words.ts';
import { ExportMenu } from './export-menu.tsx';
import { isFigureKey } from './figure-names.ts';
import classes from './figures.module.css';
import { ListedCases } from './listed-cases.tsx';
import { useCasesSheet } from './use-cases-sheet.ts';
import { useFigureCases } from './use-figure-cases.ts';
import { useFigureFormat } from './use-figure-format.ts';

/** The cases that a figure counts, and whether they add up to it. */
export function CasesPage() {
  const words = useWords(casesWords);
  const search = useSearch({ from: '/staff/figures/cases' });
  const heading = useHeading(search);
  const cases = useFigureCases(search);
  const rows = cases.data?.pages.flatMap((page) => page.cases);
  const sheet = useCasesSheet(rows, heading);
  const isWhole = sheet !== undefined && !cases.hasNextPage;
  return (
    <article className={classes['page']}>
      <header className={classes['head']}>
        <div>
          <Anchor component={Link} to="/figures" className="screen-only">
            {words.backToFigures}
          </Anchor>
          <Title order={1} size="h3">
            {heading}
          </Title>
        </div>
        <ExportMenu
          sheets={isWhole ? [sheet] : undefined}
          name={`1022-${search.figure}-${search.from}-${search.to}`}
        />
      </header>
      <ListedCases
        list={cases}
        rows={rows}
        listed={rows?.reduce((sum, { times }) => sum + times, 0)}
        events={eventsOf(search.figure)}
        count={search.count}
      >
        {(all) => <CasesTable rows={all} />}
      </ListedCases>
    </article>
  );
}

/** `Đã chuyển xử lý · UBND thành phố Thuận An · tháng 6/2020` */
function useHeading({ figure, from, to, count: _, ...lines }: CasesSearch): string {
  const { name, period } = useFigureFormat();
  const places = useLineNames();
  return [
    isFigureKey(figure) ? name(figure) : figure,
    ...Object.entries(lines).map(([by, value]) => places(by, String(value))),
    period({ from, to }),
  ].join(' · ');
}

/** What a line is called: by the directory, or by its code. */
function useLineNames(): (by: string, value: string) => string {
  const words = useWords(casesWords);
  const names = useDirectoryNames();
  const named = useNamed();
  const nameOf: Readonly<Record<string, (code: string | null) => string>> = {
    department: names.department,
    supporting: (code) => words.supportedBy(names.department(code)),
    priority: (code) => namedIn(priorityNames, code) ?? words.noLine,
    service: names.service,
    district: names.area,
    commune: names.area,
    ward: names.area,
    class: (code) => namedIn(classNames, code) ?? names.service(null),
    channel: (code) => namedIn(channelNames, code) ?? words.noLine,
  };
  const namedIn = (catalogue: Readonly<Record<string, Named>>, code: string | null) => {
    const found = code === null ? undefined : catalogue[code];
    return found === undefined ? undefined : named(found);
  };
  return (by, value) => {
    const code = value === '-' ? null : value;
    return nameOf[by]?.(code) ?? code ?? words.noLine;
  };
}
