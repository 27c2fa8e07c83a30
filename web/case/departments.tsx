import { Text, Title } from '@mantine/core';
import { useDirectoryNames } from '../parts/directory.ts';
import { Moment } from '../parts/moment.tsx';
import { useWords } from '../words/language.tsx';
import classes from './case.module.css';
import type { CaseDetails } from './use-case.ts';
import { caseWords } from './words.ts';

/** Who answers and who takes part, each with what they owe by when. */
export function Departments({ details }: { readonly details: CaseDetails }) {
  const words = useWords(caseWords);
  const names = useDirectoryNames();
  const { lead, parts, answerDueAt } = details.case;
  return (
    <section className={classes['section']} aria-labelledby="departments">
      <Title order={2} size="h5" id="departments" mb="xs">
        {words.departments}
      </Title>
      {lead === null ? (
        <Text c="dimmed">{words.noLead}</Text>
      ) : (
        <Text>
          <b>{names.department(lead)}</b> · {words.lead}
          {answerDueAt !== null && (
            <Text span size="sm" c="dimmed">
              {' '}
              · {words.due} <Moment at={answerDueAt} />
            </Text>
          )}
        </Text>
      )}
      <ul className={classes['plain']}>
        {parts.map(({ department, status, dueAt }) => (
          <li key={department}>
            {names.department(department)} · {words.supporting}
            <Text span size="sm" c="dimmed">
              {' '}
              · {words[status]}
              {status === 'open' && (
                <>
                  , {words.due} <Moment at={dueAt} />
                </>
              )}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
