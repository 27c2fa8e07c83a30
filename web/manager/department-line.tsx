import { Table, Text } from '@mantine/core';
import { useNamed, useWords } from '../words/language.tsx';
import { Change } from './change.tsx';
import type { DepartmentRow } from './department-rows.ts';
import { FigureLink } from './figure-link.tsx';
import classes from './figures.module.css';
import { sectionWords } from './section-words.ts';
import { Sparkline } from './sparkline.tsx';
import { useFigureFormat } from './use-figure-format.ts';

interface DepartmentLineProps {
  readonly row: DepartmentRow;
  /** Cases that a ranking needs. */
  readonly least: number;
}

/** One department: each number opens its cases. */
export function DepartmentLine({ row, least }: DepartmentLineProps) {
  const words = useWords(sectionWords);
  const named = useNamed();
  const { number } = useFigureFormat();
  const { headline, weeks } = row;
  const isSmall = !headline.satisfaction.rankable;
  return (
    <Table.Tr data-small={isSmall || undefined} className={classes['department']}>
      <Table.Th scope="row" className={classes['stuck']}>
        {named(row)}
        {isSmall && <abbr title={words.smallSample(number(least))}> *</abbr>}
      </Table.Th>
      <Opened row={row} figure="forwarded" />
      <Opened row={row} figure="satisfactory" />
      <RateCell row={row} />
      <OnTimeCell row={row} />
      <Opened row={row} figure="openOverdue" />
      <Opened row={row} figure="refused" />
      <Table.Td>
        <Sparkline counts={weeks} label={words.weeksOf(weeks.map(number).join(', '))} />
      </Table.Td>
    </Table.Tr>
  );
}

interface OpenedProps {
  readonly row: DepartmentRow;
  readonly figure: keyof typeof openings;
}

/** Which answer has the number, and with it the address of its cases; undefined until it is there. */
const openings = {
  forwarded: ({ headline }) => ({ link: headline.cases, count: headline.counts.forwarded }),
  satisfactory: ({ headline }) => ({ link: headline.cases, count: headline.counts.satisfactory }),
  openOverdue: ({ deadlines }) =>
    deadlines && { link: deadlines.cases, count: deadlines.counts.openOverdue },
  refused: ({ returns }) =>
    returns?.refusals && { link: returns.cases, count: returns.refusals.refused },
} as const satisfies Record<
  string,
  (row: DepartmentRow) => { readonly link: string | null; readonly count: number } | undefined
>;

function Opened({ row, figure }: OpenedProps) {
  const named = useNamed();
  const opened = openings[figure](row);
  return (
    <Table.Td ta="right">
      {opened && <FigureLink {...opened} figure={figure} where={named(row)} />}
    </Table.Td>
  );
}

/**
 * A bar beside the number, so that the eye finds the low ones; none where the sample is too small. Below it the interval by
 * which departments are ranked, and how many were judged at all.
 */
function RateCell({ row: { headline, before } }: Pick<DepartmentLineProps, 'row'>) {
  const words = useWords(sectionWords);
  const { rate } = useFigureFormat();
  const { ofForwarded, judgedOfAnswered, rankable } = headline.satisfaction;
  return (
    <Table.Td className={classes['rateCell']}>
      <span className={classes['rateBar']} aria-hidden>
        {rankable && <span style={{ width: `${100 * (ofForwarded.rate ?? 0)}%` }} />}
      </span>
      <span>{rate(ofForwarded.rate)}</span>
      {rankable && (
        <Text size="xs">
          <Change now={ofForwarded} before={before} />
        </Text>
      )}
      {ofForwarded.rate !== null && (
        <Text size="xs" c="dimmed">
          {rate(ofForwarded.low)} – {rate(ofForwarded.high)}
          {judgedOfAnswered.rate !== null && <> · {words.judged(rate(judgedOfAnswered.rate))}</>}
        </Text>
      )}
    </Table.Td>
  );
}

/** `9/10` opens what was on time, and what is decided. */
function OnTimeCell({ row: { deadlines, ...row } }: Pick<DepartmentLineProps, 'row'>) {
  const named = useNamed();
  const { rate } = useFigureFormat();
  if (deadlines === undefined) return <Table.Td />;
  const { numerator, denominator, rate: share } = deadlines.onTimeRate;
  if (denominator === 0) return <Table.Td ta="right">{rate(null)}</Table.Td>;
  const common = { link: deadlines.cases, where: named(row) };
  return (
    <Table.Td ta="right">
      {rate(share)}
      <Text size="xs" c="dimmed">
        <FigureLink {...common} figure="doneOnTime" count={numerator} /> ÷{' '}
        <FigureLink {...common} figure="decided" count={denominator} />
      </Text>
    </Table.Td>
  );
}
