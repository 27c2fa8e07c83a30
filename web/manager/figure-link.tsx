import { Link } from '@tanstack/react-router';
import { useWords } from '../words/language.tsx';
import { casesSearch } from './case-link.ts';
import type { FigureKey } from './figure-names.ts';
import classes from './figures.module.css';
import type { Period } from './periods.ts';
import { useFigureFormat } from './use-figure-format.ts';
import { figuresWords } from './words.ts';

interface FigureLinkProps {
  /** As the API gave it with the line; null where the reader may not see its cases. */
  readonly link: string | null;
  readonly figure: FigureKey;
  readonly count: number;
  /** Of which line: a department, a day. For those who hear the page. */
  readonly where?: string;
  /** In a series: the days of the step. */
  readonly days?: Period;
}

/** A number that opens the cases which it counts. */
export function FigureLink({ link, figure, count, where = '', days }: FigureLinkProps) {
  const words = useWords(figuresWords);
  const { number, name } = useFigureFormat();
  if (link === null || count === 0) return <>{number(count)}</>;
  return (
    <Link
      to="/figures/cases"
      search={casesSearch(link, { figure, count, ...(days && { days }) })}
      className={classes['number']}
      aria-label={`${number(count)}. ${words.open(name(figure), where)}`}
    >
      {number(count)}
    </Link>
  );
}
