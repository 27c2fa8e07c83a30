import { Anchor, Button, Text, Title } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type CaseDetails, useCase } from '../case/use-case.ts';
import { useDirectoryNames } from '../parts/directory.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { ListSkeleton } from '../parts/list-skeleton.tsx';
import { phoneFace } from '../parts/phone-face.ts';
import { Moment } from '../parts/moment.tsx';
import { useWords } from '../words/language.tsx';
import { CallBackOutcome } from './call-backs-outcome.tsx';
import { callBackWords } from './call-backs-words.ts';
import classes from './call-backs.module.css';
import type { CallBack } from './use-call-backs.ts';

interface CallBackTalkProps {
  readonly callBack: CallBack;
  readonly recorded: (what: string) => void;
  readonly leave: () => void;
}

/** All that the agent needs for one call: who, what they reported, what they were answered; and what they say to it. */
export function CallBackTalk({ callBack, recorded, leave }: CallBackTalkProps) {
  const words = useWords(callBackWords);
  const { data: details, error, refetch } = useCase(callBack.caseId);
  return (
    <article aria-label={callBack.trackingCode}>
      <Button className={classes['back'] ?? ''} variant="default" mb="sm" onClick={leave}>
        {words.backToList}
      </Button>
      {error !== null && <ErrorNote error={error} retry={() => void refetch()} />}
      {details === undefined && error === null && <ListSkeleton />}
      {details !== undefined && (
        <>
          <Callee citizen={details.citizen} />
          <Facts callBack={callBack} />
          <Said title={words.said}>{details.description}</Said>
          <Said title={words.answer}>{answerIn(details)}</Said>
          {details.case.status === 'answered' ? (
            <CallBackOutcome details={details} recorded={recorded} />
          ) : (
            <Text mt="md" role="alert">
              {words.gone}
            </Text>
          )}
        </>
      )}
    </article>
  );
}

/** The text of the answer that is to be judged. */
const answerIn = ({ history }: CaseDetails): string =>
  history.findLast(({ event }) => event.type === 'CaseAnswered')?.text ?? '';

function Callee({ citizen }: Pick<CaseDetails, 'citizen'>) {
  const words = useWords(callBackWords);
  const phone = citizen?.phone;
  return (
    <header className={classes['callee']}>
      <Title order={2} size="h3">
        {citizen?.name ?? words.anonymous}
      </Title>
      {phone != null && (
        <Button
          component="a"
          href={`tel:${phone}`}
          size="lg"
          variant="default"
          className={classes['phone'] ?? ''}
          leftSection={<IconPhone size={20} aria-hidden />}
        >
          {phoneFace(phone)}
        </Button>
      )}
    </header>
  );
}

function Facts({ callBack }: Pick<CallBackTalkProps, 'callBack'>) {
  const words = useWords(callBackWords);
  const names = useDirectoryNames();
  const { caseId, trackingCode, lead, answeredAt, judgingEndsAt } = callBack;
  return (
    <>
      <Anchor component={Link} to={`/cases/${caseId}`}>
        {words.open(trackingCode)}
      </Anchor>
      <dl className={classes['facts']}>
        <dt>{words.answeredBy}</dt>
        <dd>{names.department(lead)}</dd>
        <dt>{words.answeredAt}</dt>
        <dd>
          <Moment at={answeredAt} />
        </dd>
        <dt>{words.until}</dt>
        <dd>
          <Moment at={judgingEndsAt} />
        </dd>
        <dt>{words.tries}</dt>
        <dd>{words.triesOf(callBack.attempts, callBack.maxAttempts)}</dd>
      </dl>
    </>
  );
}

/** What people wrote is text, whatever stands in it. */
function Said({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={3} size="h5" mt="md">
        {title}
      </Title>
      <p className={classes['words']}>{children}</p>
    </section>
  );
}
