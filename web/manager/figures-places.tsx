import { Link } from '@tanstack/react-router';
import { useWords } from '../words/language.tsx';
import { activityWords } from './activity-words.ts';
import { AlertsLink } from './alerts-link.tsx';
import { backlogWords } from './backlog-words.ts';
import { crossWords } from './cross-words.ts';
import classes from './figures.module.css';
import type { Period } from './periods.ts';
import { figuresWords } from './words.ts';

/** What else there is to know, of the same days. */
export function FiguresPlaces({ period }: { readonly period: Period }) {
  const words = useWords(figuresWords);
  const { title: cross } = useWords(crossWords);
  const { title: activity } = useWords(activityWords);
  const { title: backlog } = useWords(backlogWords);
  return (
    <nav aria-label={words.more} className={`${classes['choices'] ?? ''} screen-only`}>
      <Link to="/figures/cross" search={period} className={classes['number']}>
        {cross}
      </Link>
      <Link to="/figures/activity" search={period} className={classes['number']}>
        {activity}
      </Link>
      <Link to="/figures/backlog" className={classes['number']}>
        {backlog}
      </Link>
      <AlertsLink />
    </nav>
  );
}
