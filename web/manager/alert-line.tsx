import { Button, Text, Textarea, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type SubmitEvent, useState } from 'react';
import { roleNames } from '../../shared/domain/status-names.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { LimitNote } from '../parts/limited-input.tsx';
import { Moment } from '../parts/moment.tsx';
import { useMay } from '../platform/me.ts';
import { useLanguage, useNamed, useWords } from '../words/language.tsx';
import { alertsWords } from './alerts-words.ts';
import { casesSearch } from './case-link.ts';
import { isFigureKey } from './figure-names.ts';
import classes from './figures.module.css';
import { type AlertLine as Alert, useAcknowledge } from './use-alerts.ts';
import { useFigureFormat } from './use-figure-format.ts';

/** What is unusual, why it is said to be, its cases, and who sees to it. */
export function AlertLine({ alert }: { readonly alert: Alert }) {
  const words = useWords(alertsWords);
  const { language } = useLanguage();
  const may = useMay();
  const { title, text } = alert.explanation[language];
  const { raisedAt, passedAt, acknowledgement } = alert;
  return (
    <li>
      <Title order={3} size="h5" id={alert.alertId}>
        {title}
      </Title>
      <Text size="sm">{text}</Text>
      <AlertCases alert={alert} />
      <Text size="sm" c="dimmed">
        {words.raisedAt} <Moment at={raisedAt} />
        {passedAt !== null && (
          <>
            , {words.passedAt} <Moment at={passedAt} />
          </>
        )}
      </Text>
      {acknowledgement !== null && <SeenTo acknowledgement={acknowledgement} />}
      {acknowledgement === null && may('acknowledgeAlert') && (
        <Acknowledge alertId={alert.alertId} />
      )}
    </li>
  );
}

/** Without a number: the alert tells that of its moment, and the list may have grown since. */
function AlertCases({ alert: { cases } }: { readonly alert: Alert }) {
  const words = useWords(alertsWords);
  const { name } = useFigureFormat();
  return (
    <Text size="sm">
      {cases.map(({ figure, link }) => (
        <Link
          key={figure}
          to="/figures/cases"
          search={casesSearch(link, { figure })}
          className={classes['alertCases']}
        >
          {words.cases(isFigureKey(figure) ? name(figure) : figure)}
        </Link>
      ))}
    </Text>
  );
}

/** As many characters as the API takes. */
const NOTE_LIMIT = 500;

interface SeenToProps {
  readonly acknowledgement: NonNullable<Alert['acknowledgement']>;
}

function SeenTo({ acknowledgement: { by, at, note } }: SeenToProps) {
  const words = useWords(alertsWords);
  const named = useNamed();
  return (
    <Text size="sm">
      {words.seenTo(`${by.id} (${named(roleNames[by.role])})`)}, <Moment at={at} />: {note}
    </Text>
  );
}

function Acknowledge({ alertId }: { readonly alertId: string }) {
  const words = useWords(alertsWords);
  const [note, setNote] = useState('');
  const acknowledging = useAcknowledge(alertId);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    acknowledging.mutate(note);
  };
  return (
    <form onSubmit={submit} aria-labelledby={alertId} className={classes['acknowledge']}>
      <Textarea
        label={words.note}
        value={note}
        onChange={({ currentTarget: { value } }) => setNote(value)}
        maxLength={NOTE_LIMIT}
        inputContainer={(input) => (
          <>
            {input}
            <LimitNote value={note} maxLength={NOTE_LIMIT} />
          </>
        )}
        autosize
        required
      />
      <Button
        type="submit"
        variant="default"
        loading={acknowledging.isPending}
        disabled={note.trim() === ''}
      >
        {words.acknowledge}
      </Button>
      {acknowledging.error !== null && <ErrorNote error={acknowledging.error} />}
    </form>
  );
}
