import { Table, Text } from '@mantine/core';
import { EmptyState } from '../parts/empty-state.tsx';
import { useWords } from '../words/language.tsx';
import { FigureLink } from './figure-link.tsx';
import type { Times as TimesAnswer } from './figures.ts';
import { isWorkingTime, type Measure, MEASURES } from './measures.ts';
import { Section } from './section.tsx';
import { ScrolledTable } from './scrolled-table.tsx';
import { Term } from './term.tsx';
import { useFigureFormat } from './use-figure-format.ts';
import { figuresWords } from './words.ts';

interface TimesProps {
  readonly times: TimesAnswer;
  readonly before: TimesAnswer | undefined;
}

const PERCENTILES = ['p50', 'p90', 'p95'] as const;

/** How long it took: percentiles, because a mean hides the tail. */
export function Times({ times, before }: TimesProps) {
  const words = useWords(figuresWords);
  const { workingTime, period } = useFigureFormat();
  const { p50 } = times.total.resolution;
  const title = p50 === null ? words.measure : words.timesTitle(workingTime(p50));
  return (
    <Section id="times" title={title}>
      {p50 === null && <EmptyState title={words.noTimes}>{words.chooseOther}</EmptyState>}
      <ScrolledTable label={words.timesRegion}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.measure}</Table.Th>
            {PERCENTILES.map((one) => (
              <Table.Th key={one} ta="right">
                {words[one]}
              </Table.Th>
            ))}
            <Table.Th ta="right">{words.cases}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {MEASURES.map((measure) => (
            <Measured key={measure} times={times} measure={measure} before={before} />
          ))}
        </Table.Tbody>
      </ScrolledTable>
      {before !== undefined && (
        <Text size="sm" c="dimmed">
          {words.comparedWith(period(before.period))}
        </Text>
      )}
    </Section>
  );
}

interface MeasuredProps extends TimesProps {
  readonly measure: Measure;
}

function Measured({ times: { total, definitions }, measure, before }: MeasuredProps) {
  const words = useWords(figuresWords);
  const { time, workingTime } = useFigureFormat();
  const spoken = isWorkingTime(measure) ? workingTime : time;
  const { cases, ...percentiles } = total[measure];
  const was = before?.total[measure];
  // A return is what loses time, so its times are as many as there are returns.
  const figure = measure === 'lost' ? 'returns' : measure;
  return (
    <Table.Tr>
      <Table.Th scope="row">
        <Term figure={measure} definitions={definitions} />
        <Text size="xs" c="dimmed">
          {words[`${measure}Note`]}
        </Text>
      </Table.Th>
      {PERCENTILES.map((one) => (
        <Table.Td key={one} ta="right">
          {spoken(percentiles[one])}
          {was !== undefined && (
            <Text size="xs" c="dimmed">
              {words.wasBefore(spoken(was[one]))}
            </Text>
          )}
        </Table.Td>
      ))}
      <Table.Td ta="right">
        <FigureLink link={total.cases} figure={figure} count={cases} />
        {measure === 'lost' && ` ${words.returnsUnit}`}
        {before !== undefined && was !== undefined && (
          <Text size="xs" c="dimmed">
            {words.wasBefore('')}
            <FigureLink
              link={before.total.cases}
              figure={figure}
              count={was.cases}
              where={words.periodBefore}
            />
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
