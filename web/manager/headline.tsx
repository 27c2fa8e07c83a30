import { Text } from '@mantine/core';
import { useWords } from '../words/language.tsx';
import { Change } from './change.tsx';
import { FigureLink } from './figure-link.tsx';
import type { FigureKey } from './figure-names.ts';
import type { Headline as HeadlineAnswer, Share } from './figures.ts';
import classes from './figures.module.css';
import { Section } from './section.tsx';
import type { ShareKey } from './share-parts.ts';
import { Shares } from './shares.tsx';
import { Term } from './term.tsx';
import { useFigureFormat } from './use-figure-format.ts';
import { figuresWords } from './words.ts';

interface HeadlineProps {
  readonly headline: HeadlineAnswer;
  readonly before: HeadlineAnswer | undefined;
}

/** "Are we answering people satisfactorily?" The rate, what it is made of, and what else it could be divided by. */
export function Headline({ headline, before }: HeadlineProps) {
  const words = useWords(figuresWords);
  const format = useFigureFormat();
  const { ofForwarded } = headline.total.satisfaction;
  const was = before?.total.satisfaction.ofForwarded;
  return (
    <Section id="rate" title={format.name('ofForwarded')}>
      {ofForwarded.rate === null ? (
        <Text>{words.noRate}</Text>
      ) : (
        <div className={classes['rate']}>
          <span className={classes['rateNumber']}>{format.rate(ofForwarded.rate)}</span>
          <div>
            <Change now={ofForwarded} before={was} />
            {before !== undefined && (
              <Text size="sm" c="dimmed">
                {words.comparedWith(format.period(before.period))}: {format.rate(was?.rate ?? null)}
              </Text>
            )}
            <Text size="sm" c="dimmed">
              {words.interval(format.rate(ofForwarded.low), format.rate(ofForwarded.high))}
            </Text>
          </div>
        </div>
      )}
      <Shares keys={SHARES} shareOf={shareOf} headline={headline} before={before} />
      <Judgements headline={headline} />
      <Text size="sm" c="dimmed">
        {words.rateHint}
      </Text>
    </Section>
  );
}

/** As they stand below the headline, all of what was forwarded. */
const SHARES = [
  'ofForwarded',
  'ofAnswered',
  'ofJudged',
  'judgedOfAnswered',
  'reopenRate',
] as const satisfies readonly ShareKey[];

const shareOf = (
  { satisfaction, reopenRate }: HeadlineAnswer['total'],
  key: (typeof SHARES)[number],
): Share => ({ ...satisfaction, reopenRate })[key];

const JUDGEMENTS = [
  'satisfied',
  'acceptable',
  'unsatisfied',
  'reopened',
  'endedUnanswered',
] as const satisfies readonly FigureKey[];

function Judgements({ headline: { total, definitions } }: Pick<HeadlineProps, 'headline'>) {
  return (
    <dl className={classes['counts']}>
      {JUDGEMENTS.map((figure) => (
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
