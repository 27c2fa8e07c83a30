import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../words/language.tsx';
import { alertsWords } from './alerts-words.ts';
import classes from './figures.module.css';
import { useAlerts } from './use-alerts.ts';
import { useFigureFormat } from './use-figure-format.ts';

/** How many alerts nobody sees to yet; nothing for who may not read them. */
export function AlertsLink() {
  const words = useWords(alertsWords);
  const { number } = useFigureFormat();
  const { data } = useAlerts();
  if (data === undefined) return null;
  const open = number(data.open);
  return (
    <Link
      to="/figures/alerts"
      className={`${classes['number'] ?? ''} screen-only`}
      {...(data.open > 0 && { 'aria-label': words.open(open) })}
    >
      {words.title}{' '}
      {data.open > 0 && (
        <Badge color="red" variant="filled" aria-hidden>
          {open}
        </Badge>
      )}
    </Link>
  );
}
