import { Text } from '@mantine/core';
import { useWords } from '../words/language.tsx';
import { FigureLink } from './figure-link.tsx';
import type { FigureKey } from './figure-names.ts';
import type { Share } from './figures.ts';
import { figuresWords } from './words.ts';

interface PartsBeforeProps {
  /** Of the period before; undefined without comparison. */
  readonly share: Share | undefined;
  /** Its own address: the same line of the period before. */
  readonly cases: string | null | undefined;
  readonly of: FigureKey;
  readonly over: FigureKey;
  readonly where?: string;
}

/** What a share was made of in the period before: these numbers open their cases as well. */
export function PartsBefore({ share, cases = null, of, over, where = '' }: PartsBeforeProps) {
  const words = useWords(figuresWords);
  if (share === undefined || share.denominator === 0) return null;
  const place = `${words.periodBefore} ${where}`;
  return (
    <Text size="xs" c="dimmed">
      {words.periodBefore}:{' '}
      <FigureLink link={cases} figure={of} count={share.numerator} where={place} /> ÷{' '}
      <FigureLink link={cases} figure={over} count={share.denominator} where={place} />
    </Text>
  );
}
