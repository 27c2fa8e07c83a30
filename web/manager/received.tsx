import { SegmentedControl } from '@mantine/core';
import { classNames } from '../../shared/domain/status-names.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { useNamed, useWords } from '../words/language.tsx';
import { narrowed } from './case-link.ts';
import { FigureLink } from './figure-link.tsx';
import type { Headline, Series } from './figures.ts';
import classes from './figures.module.css';
import { RECEIVED_BY, STEPS } from './figures-search.ts';
import { stepLabel } from './period-label.ts';
import { ReceivedChart } from './received-chart.tsx';
import { Section } from './section.tsx';
import { Shares } from './shares.tsx';
import { StepTable } from './step-table.tsx';
import { Term } from './term.tsx';
import { useChosen } from './use-chosen.ts';
import { useFigureFormat } from './use-figure-format.ts';
import { figuresWords } from './words.ts';

interface ReceivedProps {
  readonly series: Series;
  readonly headline: Headline;
  readonly before: Headline | undefined;
}

/** What came in, by class or channel, over the period. */
export function Received({ series, headline, before }: ReceivedProps) {
  const words = useWords(figuresWords);
  const { view } = useChosen();
  const isEmpty = headline.total.counts.received === 0;
  return (
    <Section id="received" title={useFinding(series, headline)} aside={<Choices />}>
      <Counts headline={headline} />
      <Shares keys={SHARES} shareOf={shareOf} headline={headline} before={before} />
      {isEmpty && <EmptyState title={words.nothingReceived}>{words.chooseOther}</EmptyState>}
      {!isEmpty &&
        (view === 'table' ? <StepTable series={series} /> : <ReceivedChart series={series} />)}
    </Section>
  );
}

function useFinding(series: Series, headline: Headline): string {
  const words = useWords(figuresWords);
  const { number } = useFigureFormat();
  const { received } = series.total.counts;
  const most = Math.max(0, ...received);
  const peak = series.steps[received.indexOf(most)];
  const title = words.receivedTitle(number(headline.total.counts.received));
  if (most === 0 || peak === undefined || series.steps.length === 1) return title;
  return `${title}; ${words.receivedPeak(number(most), stepLabel(peak, series.step))}`;
}

function Choices() {
  const words = useWords(figuresWords);
  const { by, step, set } = useChosen();
  return (
    <div className={classes['choices']}>
      <SegmentedControl
        size="xs"
        aria-label={words.receivedBy}
        value={by}
        onChange={(next) => set({ by: RECEIVED_BY.find((one) => one === next) })}
        data={[
          { value: 'class', label: words.byClass },
          { value: 'channel', label: words.byChannel },
        ]}
      />
      <SegmentedControl
        size="xs"
        aria-label={words.step}
        value={step}
        onChange={(next) => set({ step: STEPS.find((one) => one === next) })}
        data={STEPS.map((one) => ({ value: one, label: words[one] }))}
      />
    </div>
  );
}

/** Whether the first contact was enough: the second rate is what the first is worth. */
const SHARES = ['firstContactRate', 'repeatRate'] as const;
const shareOf = ({ contact }: Headline['total'], key: (typeof SHARES)[number]) => contact[key];

const CLASSES = ['procedure', 'field_report', 'information'] as const;
const FATES = ['incidents', 'duplicate', 'rejected', 'withdrawn', 'citizenSilent'] as const;

/** How the received divide, and what became of those that were not worked on. */
function Counts({
  headline: { total, receivedByClass, definitions },
}: Pick<ReceivedProps, 'headline'>) {
  const words = useWords(figuresWords);
  const named = useNamed();
  const ofClass = [
    ...CLASSES.map((code) => ({ code, value: code, name: named(classNames[code]) })),
    { code: 'unclassified' as const, value: '-', name: words.unclassified },
  ];
  return (
    <dl className={classes['counts']}>
      {ofClass.map(({ code, value, name }) => (
        <div key={code}>
          <dt>{name}</dt>
          <dd>
            <FigureLink
              link={narrowed(total.cases, 'class', value)}
              figure="received"
              count={receivedByClass[code]}
              where={name}
            />
          </dd>
        </div>
      ))}
      {FATES.map((figure) => (
        <div key={figure}>
          <dt>
            <Term figure={figure} definitions={definitions} />
          </dt>
          <dd>
            <FigureLink link={total.cases} figure={figure} count={total.counts[figure]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
