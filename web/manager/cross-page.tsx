import { Skeleton, Text } from '@mantine/core';
import { EmptyState } from '../parts/empty-state.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useNamed, useWords } from '../words/language.tsx';
import { CrossChoices } from './cross-choices.tsx';
import type { Cross } from './cross-figures.ts';
import { shownCross } from './cross-rows.ts';
import { CrossTable } from './cross-table.tsx';
import { crossWords, dimensionNames } from './cross-words.ts';
import { ExportMenu } from './export-menu.tsx';
import classes from './figures.module.css';
import { PageBelow } from './page-below.tsx';
import { PeriodFields } from './period-fields.tsx';
import { Section } from './section.tsx';
import { Term } from './term.tsx';
import { useChosenCross, useCross } from './use-cross.ts';
import { useCrossSheets } from './use-cross-sheets.ts';
import { useFigureFormat } from './use-figure-format.ts';
import { figuresWords } from './words.ts';

/** "Who has how much of what?" */
export function CrossPage() {
  const words = useWords(crossWords);
  const chosen = useChosenCross();
  const cross = useCross(chosen);
  const sheets = useCrossSheets(cross.data);
  const { period, today, rows, columns, set } = chosen;
  return (
    <PageBelow
      title={words.title}
      intro={words.intro}
      asOf={cross.data?.asOf}
      period={period}
      bar={
        <>
          <PeriodFields period={period} today={today} choose={set} />
          <CrossChoices />
          <div className={classes['barEnd']}>
            <ExportMenu
              sheets={sheets}
              name={`1022-${rows}-${columns}-${period.from}-${period.to}`}
            />
          </div>
        </>
      }
    >
      <Loaded query={cross} skeleton={<Adding />}>
        {(data) => <Answer cross={data} />}
      </Loaded>
    </PageBelow>
  );
}

function Adding() {
  const words = useWords(crossWords);
  return (
    <>
      <Text role="status" c="dimmed" my="sm">
        {words.adding}
      </Text>
      <Skeleton h={400} />
    </>
  );
}

function Answer({ cross }: { readonly cross: Cross }) {
  const words = useWords(crossWords);
  const { chooseOther } = useWords(figuresWords);
  const named = useNamed();
  const format = useFigureFormat();
  const { figure } = useChosenCross().sorting;
  const shown = shownCross(cross);
  const name = words.finding(
    named(dimensionNames[cross.rowsBy]),
    named(dimensionNames[cross.columnsBy]).toLocaleLowerCase(),
  );
  return (
    <Section id="cross" title={`${format.name(figure)}: ${name}`}>
      <Text size="sm" mb="xs">
        <Term figure={figure} definitions={cross.definitions} />.{' '}
        {words.of(format.period(cross.period), words[cross.view])}.
      </Text>
      {shown.rows.length === 0 ? (
        <EmptyState title={words.none}>{chooseOther}</EmptyState>
      ) : (
        <CrossTable cross={cross} shown={shown} name={name} />
      )}
    </Section>
  );
}
