import { Text } from '@mantine/core';
import { FIGURES_FRESH_SECONDS } from '../../shared/domain/statistics-freshness.ts';
import { Moment } from '../parts/moment.tsx';
import { useWords } from '../words/language.tsx';
import { figuresWords } from './words.ts';

interface FreshProps {
  readonly asOf: string | undefined;
  /** Read from the cases themselves: nothing is still on its way. */
  readonly isLive?: boolean;
}

/** When the figures were read, and how soon they follow what people do; nothing until there are some. */
export function Fresh({ asOf, isLive = false }: FreshProps) {
  const words = useWords(figuresWords);
  if (asOf === undefined) return null;
  return (
    <Text size="sm" c="dimmed">
      {words.asOf} <Moment at={asOf} />
      {!isLive && `. ${words.fresh(String(FIGURES_FRESH_SECONDS))}`}
    </Text>
  );
}
