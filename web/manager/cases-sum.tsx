import { Text } from '@mantine/core';
import { useWords } from '../words/language.tsx';
import { casesWords } from './cases-words.ts';
import { ACTIVITY_FIGURES } from './use-activity.ts';
import { useFigureFormat } from './use-figure-format.ts';

export interface CasesSumProps {
  readonly cases: number;
  /** What the cases add up to, where one may count more than once. */
  readonly listed?: number | undefined;
  readonly isWhole: boolean;
  readonly events?: Events | undefined;
  /** What the figure said when it was opened. */
  readonly count: number | undefined;
}

/** What a figure counts instead of cases, of which a case may have several. */
type Events = 'returns' | 'times';

export function eventsOf(figure: string): Events | undefined {
  if (figure.split('.')[0] === 'returns') return 'returns';
  return ACTIVITY_FIGURES.some((one) => one === figure) ? 'times' : undefined;
}

/** Whether the list re-adds to the figure; it is said as soon as the last page is there. */
export function CasesSum({ cases, listed = cases, isWhole, events, count }: CasesSumProps) {
  const words = useWords(casesWords);
  const { number } = useFigureFormat();
  const listedCases = words.cases(number(cases));
  const withEvents = { returns: words.withReturns, times: words.withTimes };
  const what = events === undefined ? listedCases : withEvents[events](listedCases, number(listed));
  const sentence = (): string => {
    if (!isWhole) return words.adding(number(listed), count === undefined ? '…' : number(count));
    if (count === undefined) return words.listed(what);
    return listed === count ? words.addsUp(what) : words.addsUpNot(what, number(count));
  };
  const differs = isWhole && count !== undefined && listed !== count;
  return (
    <Text role="status" fw={500} my="xs" {...(differs && { c: 'var(--state-at-risk)' })}>
      {sentence()}
    </Text>
  );
}
