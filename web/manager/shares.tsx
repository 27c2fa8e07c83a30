import { Text } from '@mantine/core';
import { Change } from './change.tsx';
import { FigureLink } from './figure-link.tsx';
import type { Headline, Share } from './figures.ts';
import classes from './figures.module.css';
import { PartsBefore } from './parts-before.tsx';
import { SHARE_PARTS, type ShareKey } from './share-parts.ts';
import { Term } from './term.tsx';
import { useFigureFormat } from './use-figure-format.ts';

interface SharesProps<Key extends ShareKey> {
  readonly keys: readonly Key[];
  readonly shareOf: (total: Headline['total'], key: Key) => Share;
  readonly headline: Headline;
  readonly before: Headline | undefined;
}

/** Those of which more is worse. */
const WORSE: readonly ShareKey[] = ['reopenRate', 'repeatRate'];

/** Each rate with what it is a part of what, now and before. */
export function Shares<Key extends ShareKey>({
  keys,
  shareOf,
  headline: { total, definitions },
  before,
}: SharesProps<Key>) {
  const { name, rate } = useFigureFormat();
  return (
    <ul className={classes['shares']}>
      {keys.map((key) => {
        const { of, over } = SHARE_PARTS[key];
        const share = shareOf(total, key);
        const was = before && shareOf(before.total, key);
        return (
          <li key={key}>
            <span className={classes['shareName']}>
              <Term figure={key} definitions={definitions} />
            </span>
            <span>
              <FigureLink link={total.cases} figure={of} count={share.numerator} />{' '}
              <Text span size="sm" c="dimmed">
                {name(of)}
              </Text>{' '}
              ÷ <FigureLink link={total.cases} figure={over} count={share.denominator} />{' '}
              <Text span size="sm" c="dimmed">
                {name(over)}
              </Text>
              <PartsBefore share={was} cases={before?.total.cases} of={of} over={over} />
            </span>
            <span className={classes['shareRate']}>
              {rate(share.rate)} <Change now={share} before={was} upIsWorse={WORSE.includes(key)} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
