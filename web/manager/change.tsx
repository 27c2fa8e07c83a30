import { Text } from '@mantine/core';
import { MIN_RANKING_SAMPLE } from '../../shared/domain/satisfaction.ts';
import { useWords } from '../words/language.tsx';
import type { Share } from './figures.ts';
import { useFigureFormat } from './use-figure-format.ts';
import { figuresWords } from './words.ts';

interface ChangeProps {
  readonly now: Share;
  /** Of the period before; undefined without comparison. */
  readonly before: Share | undefined;
  /** As of reopenings: the less, the better. */
  readonly upIsWorse?: boolean;
}

/** By how many points a share went up or down. Of few cases a difference says little, so it has no colour. */
export function Change({ now, before, upIsWorse = false }: ChangeProps) {
  const words = useWords(figuresWords);
  const { points } = useFigureFormat();
  if (now.rate === null || before === undefined || before.rate === null) return null;
  const difference = now.rate - before.rate;
  const size = points(Math.abs(difference));
  if (size === points(0))
    return (
      <Text span size="sm" c="dimmed">
        {words.same}
      </Text>
    );
  const isUp = difference > 0;
  return (
    <Text span size="sm" c={colorOf(isUp !== upIsWorse, now.denominator, before.denominator)}>
      <span aria-hidden>{isUp ? '▲' : '▼'} </span>
      {isUp ? words.up(size) : words.down(size)}
    </Text>
  );
}

function colorOf(isBetter: boolean, ...samples: readonly number[]): string {
  if (Math.min(...samples) < MIN_RANKING_SAMPLE) return 'dimmed';
  return isBetter ? 'var(--state-on-track)' : 'var(--state-late)';
}
