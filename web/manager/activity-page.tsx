import { NativeSelect, Skeleton, Table } from '@mantine/core';
import { EmptyState } from '../parts/empty-state.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useNamed, useWords } from '../words/language.tsx';
import { activityWords } from './activity-words.ts';
import { dimensionNames } from './cross-words.ts';
import { ExportMenu } from './export-menu.tsx';
import { FigureLink } from './figure-link.tsx';
import classes from './figures.module.css';
import { PageBelow } from './page-below.tsx';
import { PeriodFields } from './period-fields.tsx';
import { ScrolledTable } from './scrolled-table.tsx';
import type { Sheet } from './sheets.ts';
import { Term } from './term.tsx';
import {
  type Activity,
  ACTIVITY_BY,
  ACTIVITY_FIGURES,
  useActivity,
  useChosenActivity,
} from './use-activity.ts';
import { useFigureFormat } from './use-figure-format.ts';
import { figuresWords } from './words.ts';

/** "What was done these days, and by whom?" */
export function ActivityPage() {
  const words = useWords(activityWords);
  const named = useNamed();
  const { period, by, today, set } = useChosenActivity();
  const activity = useActivity(period, by);
  return (
    <PageBelow
      title={words.title}
      intro={words.apart}
      asOf={activity.data?.asOf}
      period={period}
      bar={
        <>
          <PeriodFields period={period} today={today} choose={set} />
          <NativeSelect
            label={words.by}
            value={by}
            onChange={({ currentTarget: { value } }) => set({ by: value })}
            data={ACTIVITY_BY.map((one) => ({ value: one, label: named(dimensionNames[one]) }))}
          />
          <div className={classes['barEnd']}>
            <ExportMenu
              sheets={useActivitySheets(activity.data)}
              name={`1022-${by}-${period.from}-${period.to}`}
            />
          </div>
        </>
      }
    >
      <Loaded query={activity} skeleton={<Skeleton h={400} />}>
        {(data) => <ActivityTable activity={data} />}
      </Loaded>
    </PageBelow>
  );
}

/** Lines in which something happened. */
const busyRows = ({ rows }: Activity): Activity['rows'] =>
  rows.filter(({ counts }) => ACTIVITY_FIGURES.some((figure) => counts[figure] > 0));

function ActivityTable({ activity }: { readonly activity: Activity }) {
  const words = useWords(activityWords);
  const { chooseOther } = useWords(figuresWords);
  const named = useNamed();
  const { by } = useChosenActivity();
  const rows = busyRows(activity);
  if (rows.length === 0) return <EmptyState title={words.none}>{chooseOther}</EmptyState>;
  return (
    <ScrolledTable label={words.region}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th className={classes['stuck']}>{named(dimensionNames[by])}</Table.Th>
          {ACTIVITY_FIGURES.map((figure) => (
            <Table.Th key={figure} ta="right">
              <Term figure={figure} definitions={activity.definitions} />
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Line key={row.value} line={row} name={named(row)} />
        ))}
        <Line line={activity.total} name={words.total} />
      </Table.Tbody>
    </ScrolledTable>
  );
}

function Line({ line, name }: { readonly line: Activity['total']; readonly name: string }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes['stuck']}>
        {name}
      </Table.Th>
      {ACTIVITY_FIGURES.map((figure) => (
        <Table.Td key={figure} ta="right">
          <FigureLink link={line.cases} figure={figure} count={line.counts[figure]} where={name} />
        </Table.Td>
      ))}
    </Table.Tr>
  );
}

/** The table, for a file; undefined until it is there. */
function useActivitySheets(activity: Activity | undefined): readonly Sheet[] | undefined {
  const words = useWords(activityWords);
  const named = useNamed();
  const { name } = useFigureFormat();
  const { by } = useChosenActivity();
  if (activity === undefined) return undefined;
  const line = (called: string, { counts }: Activity['total']) => [
    called,
    ...ACTIVITY_FIGURES.map((figure) => counts[figure]),
  ];
  return [
    {
      name: words.title,
      head: [named(dimensionNames[by]), ...ACTIVITY_FIGURES.map(name)],
      rows: [
        ...busyRows(activity).map((row) => line(named(row), row)),
        line(words.total, activity.total),
      ],
    },
  ];
}
