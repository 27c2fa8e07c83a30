import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../words/language.tsx';
import { activityWords } from './activity-words.ts';
import { FigureLink } from './figure-link.tsx';
import classes from './figures.module.css';
import { Section } from './section.tsx';
import { Term } from './term.tsx';
import { type Activity, ACTIVITY_FIGURES } from './use-activity.ts';
import { useFigureFormat } from './use-figure-format.ts';

/** What was done on these days, apart from what became of the cases of these days. */
export function ActivityTotals({ activity }: { readonly activity: Activity }) {
  const words = useWords(activityWords);
  const { number } = useFigureFormat();
  const { counts, cases } = activity.total;
  const { from, to } = activity.period;
  return (
    <Section
      id="activity"
      title={words.finding(number(counts.answersGiven))}
      aside={
        <Link to="/figures/activity" search={{ from, to }} className={classes['number']}>
          {words.all}
        </Link>
      }
    >
      <dl className={classes['counts']}>
        {ACTIVITY_FIGURES.map((figure) => (
          <div key={figure}>
            <dt>
              <Term figure={figure} definitions={activity.definitions} />
            </dt>
            <dd>
              <FigureLink link={cases} figure={figure} count={counts[figure]} />
            </dd>
          </div>
        ))}
      </dl>
      <Text size="sm" c="dimmed">
        {words.apart}
      </Text>
    </Section>
  );
}
