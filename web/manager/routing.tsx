import { Text } from '@mantine/core';
import { returnReasonNames } from '../../shared/domain/status-names.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { useNamed, useWords } from '../words/language.tsx';
import { Change } from './change.tsx';
import { FigureLink } from './figure-link.tsx';
import type { FigureKey } from './figure-names.ts';
import type { Returns, Routing as RoutingAnswer, Share } from './figures.ts';
import classes from './figures.module.css';
import { PartsBefore } from './parts-before.tsx';
import { Section } from './section.tsx';
import { sectionWords } from './section-words.ts';
import { Term } from './term.tsx';
import { useFigureFormat } from './use-figure-format.ts';

interface RoutingProps {
  readonly routing: RoutingAnswer;
  readonly before: RoutingAnswer | undefined;
  readonly returns: Returns;
}

/** Whether cases reach the right department at once, and what comes back. */
export function Routing({ routing, before, returns }: RoutingProps) {
  const words = useWords(sectionWords);
  const { rate } = useFigureFormat();
  const { firstRouting, counts, cases } = routing.total;
  if (counts.forwarded === 0) {
    return (
      <Section id="routing" title={words.handOffTitle}>
        <EmptyState title={words.noRouting} />
      </Section>
    );
  }
  const { definitions } = routing;
  return (
    <Section id="routing" title={words.routingTitle(rate(firstRouting.rate))}>
      <ul className={classes['shares']}>
        <ShareLine
          {...{ figure: 'firstRouting', of: 'rightFirst', over: 'forwarded', definitions, cases }}
          share={firstRouting}
          before={before?.total.firstRouting}
          casesBefore={before?.total.cases}
        />
        <ShareLine
          {...{ figure: 'firstRoutingAnswered', of: 'answeredRightFirst', over: 'answered' }}
          {...{ definitions, cases }}
          share={routing.total.firstRoutingAnswered}
          before={before?.total.firstRoutingAnswered}
          casesBefore={before?.total.cases}
        />
        <Returned returns={returns} />
      </ul>
      {returns.total.returns === 0 ? (
        <EmptyState title={words.noReturns} />
      ) : (
        <Reasons returns={returns} />
      )}
    </Section>
  );
}

interface ShareLineProps {
  readonly figure: FigureKey;
  readonly of: FigureKey;
  readonly over: FigureKey;
  readonly definitions: RoutingAnswer['definitions'];
  readonly cases: string | null;
  readonly share: Share;
  readonly before?: Share | undefined;
  readonly casesBefore?: string | null | undefined;
}

function ShareLine({ figure, of, over, share, ...props }: ShareLineProps) {
  const { definitions, cases, before, casesBefore } = props;
  const { rate } = useFigureFormat();
  return (
    <li>
      <span className={classes['shareName']}>
        <Term figure={figure} definitions={definitions} />
      </span>
      <span>
        <FigureLink link={cases} figure={of} count={share.numerator} /> ÷{' '}
        <FigureLink link={cases} figure={over} count={share.denominator} />
        <PartsBefore share={before} cases={casesBefore} of={of} over={over} />
      </span>
      <span className={classes['shareRate']}>
        {rate(share.rate)} <Change now={share} before={before} />
      </span>
    </li>
  );
}

function Returned({ returns: { total, definitions } }: Pick<RoutingProps, 'returns'>) {
  const { returnRate } = total.perCase;
  return (
    <ShareLine
      {...{ figure: 'returnRate', of: 'returned', over: 'forwarded', definitions }}
      cases={total.cases}
      share={returnRate}
    />
  );
}

/** Departments that are named; the table above has all. */
const MOST = 5;

function Reasons({ returns: { total, rows, definitions } }: Pick<RoutingProps, 'returns'>) {
  const words = useWords(sectionWords);
  const named = useNamed();
  const { time } = useFigureFormat();
  const reasons = Object.entries(returnReasonNames).map(([key, name]) => {
    // The names are of the very reasons that are counted.
    const reason = key as keyof typeof total.reasons;
    const figure = `returns.${reason}` as const;
    return { name: named(name), figure, count: total.reasons[reason] };
  });
  const refusers = rows
    .filter(({ refusals }) => (refusals?.refused ?? 0) > 0)
    .toSorted((a, b) => (b.refusals?.refused ?? 0) - (a.refusals?.refused ?? 0))
    .slice(0, MOST);
  return (
    <div className={classes['pair']}>
      <div>
        <Text fw={500} component="h3" size="md" m={0}>
          <Term figure="returns" definitions={definitions} />:{' '}
          <FigureLink link={total.cases} figure="returns" count={total.returns} />
        </Text>
        <dl className={classes['lines']}>
          {reasons.map(({ name, figure, count }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <FigureLink link={total.cases} figure={figure} count={count} />
              </dd>
            </div>
          ))}
          <div>
            <dt>{words.lostTime}</dt>
            <dd>{time(total.lostMinutes)}</dd>
          </div>
        </dl>
      </div>
      <div>
        <Text fw={500} component="h3" size="md" m={0}>
          {words.refusers}
        </Text>
        <dl className={classes['lines']}>
          {refusers.map((row) => (
            <div key={row.value}>
              <dt>{named(row)}</dt>
              <dd>
                <FigureLink
                  link={row.cases}
                  figure="refused"
                  count={row.refusals?.refused ?? 0}
                  where={named(row)}
                />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </div>
  );
}
