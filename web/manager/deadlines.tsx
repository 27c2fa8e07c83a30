import { Text } from '@mantine/core';
import {
  IconAlertTriangleFilled,
  IconCheck,
  IconCircleFilled,
  IconCircleHalf2,
} from '@tabler/icons-react';
import { EmptyState } from '../parts/empty-state.tsx';
import { useWords } from '../words/language.tsx';
import { Change } from './change.tsx';
import { FigureLink } from './figure-link.tsx';
import type { Deadlines as DeadlinesAnswer } from './figures.ts';
import classes from './figures.module.css';
import { PartsBefore } from './parts-before.tsx';
import { Section } from './section.tsx';
import { Term } from './term.tsx';
import { useFigureFormat } from './use-figure-format.ts';
import { figuresWords } from './words.ts';

/** In the order in which they stand in the bar: what is done first. */
const BUCKETS = [
  { figure: 'doneOnTime', color: 'var(--state-on-track)', icon: IconCheck },
  { figure: 'doneLate', color: 'var(--state-at-risk)', icon: IconCircleHalf2 },
  { figure: 'openWithin', color: 'var(--link)', icon: IconCircleFilled },
  { figure: 'openOverdue', color: 'var(--state-late)', icon: IconAlertTriangleFilled },
] as const;

interface DeadlinesProps {
  readonly deadlines: DeadlinesAnswer;
  readonly before: DeadlinesAnswer | undefined;
}

/** The four buckets of what is due in the period. */
export function Deadlines({ deadlines, before }: DeadlinesProps) {
  const words = useWords(figuresWords);
  const { rate, name } = useFigureFormat();
  const { total, definitions } = deadlines;
  const { counts, onTimeRate } = total;
  if (counts.due === 0) {
    return (
      <Section id="deadlines" title={name('due')}>
        <EmptyState title={words.nothingDue}>{words.chooseOther}</EmptyState>
      </Section>
    );
  }
  return (
    <Section id="deadlines" title={words.deadlinesTitle(rate(onTimeRate.rate))}>
      <Text size="sm">
        <Term figure="onTimeRate" definitions={definitions} />:{' '}
        <FigureLink link={total.cases} figure="doneOnTime" count={onTimeRate.numerator} /> ÷{' '}
        <FigureLink link={total.cases} figure="decided" count={onTimeRate.denominator} />{' '}
        <Text span c="dimmed" size="sm">
          {name('decided')}
        </Text>{' '}
        <Change now={onTimeRate} before={before?.total.onTimeRate} />
      </Text>
      <PartsBefore
        share={before?.total.onTimeRate}
        cases={before?.total.cases}
        of="doneOnTime"
        over="decided"
      />
      <Bar counts={counts} />
      <Buckets deadlines={deadlines} />
    </Section>
  );
}

/** For the eye; the list below says the same. */
function Bar({ counts }: { readonly counts: DeadlinesAnswer['total']['counts'] }) {
  return (
    <div className={classes['buckets']} aria-hidden>
      {BUCKETS.map(({ figure, color }) => (
        <div
          key={figure}
          data-bucket={figure}
          style={{ width: `${(100 * counts[figure]) / counts.due}%`, color }}
        />
      ))}
    </div>
  );
}

function Buckets({ deadlines: { total, definitions } }: Pick<DeadlinesProps, 'deadlines'>) {
  const { rate } = useFigureFormat();
  const { counts } = total;
  return (
    <>
      <ul className={classes['shares']}>
        {BUCKETS.map(({ figure, color, icon: Icon }) => (
          <li key={figure}>
            <span className={classes['shareName']}>
              <Icon size={14} aria-hidden style={{ color, verticalAlign: '-2px' }} />{' '}
              <Term figure={figure} definitions={definitions} />
            </span>
            <span>
              <FigureLink link={total.cases} figure={figure} count={counts[figure]} />
            </span>
            <span className={classes['shareRate']}>{rate(counts[figure] / counts.due)}</span>
          </li>
        ))}
      </ul>
      <dl className={classes['counts']}>
        {(['due', 'extended', 'paused', 'ended'] as const).map((figure) => (
          <div key={figure}>
            <dt>
              <Term figure={figure} definitions={definitions} />
            </dt>
            <dd>
              <FigureLink link={total.cases} figure={figure} count={counts[figure]} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
