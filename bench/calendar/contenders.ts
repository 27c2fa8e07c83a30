import type { BusinessCalendar } from '../../shared/domain/business-calendar.ts';
import { addWorkingTime, workingTimeBetween } from '../../shared/domain/working-time.ts';
import type { Question } from './questions.ts';

const MINUTE_MS = 60_000;

/** A way to count working time. Each makes its inputs ready first and then answers them all, again and again. */
export interface Contender {
  readonly name: string;
  /** Instants in epoch ms. */
  add(questions: readonly Question[]): () => readonly number[];
  /** Working minutes. */
  difference(questions: readonly Question[]): () => readonly number[];
}

export const ours = (calendar: BusinessCalendar): Contender => ({
  name: 'this calendar',
  add: (questions) => () =>
    questions.map(({ from, minutes }) => {
      const due = addWorkingTime(calendar, from, minutes * MINUTE_MS);
      return due.ok ? due.value.getTime() : Number.NaN;
    }),
  difference: (questions) => () =>
    questions.map(({ from, to }) => {
      const worked = workingTimeBetween(calendar, from, to);
      return worked.ok ? worked.value / MINUTE_MS : Number.NaN;
    }),
});

interface Disagreement extends Question {
  readonly operation: 'add' | 'difference';
  readonly answers: readonly (number | undefined)[];
}

/** Every question to which the answers differ. */
export const disagreements = (
  contenders: readonly Contender[],
  questions: readonly Question[],
): readonly Disagreement[] =>
  (['add', 'difference'] as const).flatMap((operation) => {
    const answers = contenders.map((contender) => contender[operation](questions)());
    return questions
      .map((question, index) => ({
        ...question,
        operation,
        answers: answers.map((all) => all[index]),
      }))
      .filter((one) => new Set(one.answers).size > 1);
  });
