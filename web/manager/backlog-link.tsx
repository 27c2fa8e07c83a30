import { Link } from '@tanstack/react-router';
import { useWords } from '../words/language.tsx';
import { backlogWords } from './backlog-words.ts';
import classes from './figures.module.css';
import { type Backlog, type BacklogAge, useAgeName } from './use-backlog.ts';
import { useFigureFormat } from './use-figure-format.ts';

interface BacklogLinkProps {
  readonly line: Pick<Backlog['total'], 'open' | 'ages' | 'cases'>;
  /** Left out: all of the line. */
  readonly age?: BacklogAge;
  /** Of which line, for those who hear the page. */
  readonly where: string;
}

/** A number of the backlog that opens the cases which it counts. */
export function BacklogLink({ line: { open, ages, cases }, age, where }: BacklogLinkProps) {
  const words = useWords(backlogWords);
  const { number } = useFigureFormat();
  const ageName = useAgeName();
  const count = age === undefined ? open : ages[age];
  if (cases === null || count === 0) return <>{number(count)}</>;
  const department = new URLSearchParams(cases.slice(cases.indexOf('?') + 1)).get('department');
  const what = [age === undefined ? words.open : ageName(age), where].join(', ');
  return (
    <Link
      to="/figures/backlog/cases"
      search={{ ...(department !== null && { department }), ...(age && { age }), count }}
      className={classes['number']}
      aria-label={words.openList(number(count), what)}
    >
      {number(count)}
    </Link>
  );
}
