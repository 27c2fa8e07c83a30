import { Text } from '@mantine/core';
import { useNamed, useWords } from '../words/language.tsx';
import { slipping } from './department-rows.ts';
import { FigureLink } from './figure-link.tsx';
import type { Headline } from './figures.ts';
import classes from './figures.module.css';
import { PartsBefore } from './parts-before.tsx';
import { Section } from './section.tsx';
import { useFigureFormat } from './use-figure-format.ts';
import { figuresWords } from './words.ts';

/** As many as fit into a meeting of ten minutes. */
const MOST = 3;

interface SlippingProps {
  readonly headline: Headline;
  readonly before: Headline | undefined;
}

/** "And where not?" */
export function Slipping({ headline, before }: SlippingProps) {
  const words = useWords(figuresWords);
  const named = useNamed();
  const format = useFigureFormat();
  const rows = before === undefined ? [] : slipping(headline, before, MOST);
  return (
    <Section id="slipping" title={words.slipping}>
      {rows.length === 0 && (
        <Text c="dimmed">
          {before === undefined
            ? words.noComparison
            : words.noSlips(format.number(headline.minimumRankingSample))}
        </Text>
      )}
      <ol className={classes['slips']}>
        {rows.map(({ row, was, from, by }) => (
          <li key={row.value}>
            <Text fw={500}>{named(row)}</Text>
            <Text span c="var(--state-late)">
              <span aria-hidden>▼ </span>
              {words.down(format.points(by))}
            </Text>{' '}
            <Text span size="sm" c="dimmed">
              {words.slips(format.rate(from.rate), format.rate(row.satisfaction.ofForwarded.rate))}
            </Text>{' '}
            <Text span size="sm">
              <FigureLink
                link={row.cases}
                figure="satisfactory"
                count={row.counts.satisfactory}
                where={named(row)}
              />{' '}
              ÷{' '}
              <FigureLink
                link={row.cases}
                figure="forwarded"
                count={row.counts.forwarded}
                where={named(row)}
              />
            </Text>
            <PartsBefore
              share={from}
              cases={was}
              of="satisfactory"
              over="forwarded"
              where={named(row)}
            />
          </li>
        ))}
      </ol>
    </Section>
  );
}
