import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Moment } from '../parts/moment.tsx';
import { useWords } from '../words/language.tsx';
import { BacklogLink } from './backlog-link.tsx';
import { Oldest } from './backlog-table.tsx';
import { backlogWords } from './backlog-words.ts';
import classes from './figures.module.css';
import { Section } from './section.tsx';
import { Term } from './term.tsx';
import { type Backlog, BACKLOG_AGES, useAgeName } from './use-backlog.ts';
import { useFigureFormat } from './use-figure-format.ts';

/** What is open now, however long ago it came in. */
export function BacklogTotals({ backlog }: { readonly backlog: Backlog }) {
  const words = useWords(backlogWords);
  const { number } = useFigureFormat();
  const ageName = useAgeName();
  const { asOf, definitions, total } = backlog;
  const title = total.open === 0 ? words.nothing : words.finding(number(total.open));
  return (
    <Section
      id="backlog"
      title={title}
      aside={
        <Link to="/figures/backlog" className={classes['number']}>
          {words.all}
        </Link>
      }
    >
      <dl className={classes['counts']}>
        <div>
          <dt>
            <Term figure="open" definitions={definitions} />
          </dt>
          <dd>
            <BacklogLink line={total} where={words.total} />
          </dd>
        </div>
        {BACKLOG_AGES.map((age) => (
          <div key={age}>
            <dt>
              <Term figure="ages" definitions={definitions}>
                {ageName(age)}
              </Term>
            </dt>
            <dd>
              <BacklogLink line={total} age={age} where={words.total} />
            </dd>
          </div>
        ))}
        {total.oldest && (
          <div>
            <dt>
              <Term figure="oldest" definitions={definitions} />
            </dt>
            <dd>
              <Oldest oldest={total.oldest} />
            </dd>
          </div>
        )}
        <div>
          <dt>
            <Term figure="pace" definitions={definitions} />
          </dt>
          <dd>
            {total.pace.days === null
              ? words.noPace
              : words.lasts(number(Math.round(total.pace.days)))}
          </dd>
        </div>
      </dl>
      <Text size="sm" c="dimmed">
        {words.now} {words.readAt} <Moment at={asOf} />.
      </Text>
    </Section>
  );
}
