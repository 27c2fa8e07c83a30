import { Alert, Button, Group, Kbd, Stack, Text, Textarea, VisuallyHidden } from '@mantine/core';
import { type RefObject, useRef, useState } from 'react';
import { actionNames } from '../../shared/domain/status-names.ts';
import { ErrorNote, useSentence } from '../parts/error-note.tsx';
import { useFormat } from '../parts/format.ts';
import { isTooLong } from '../parts/too-long.ts';
import { codeOf } from '../platform/api-problem.ts';
import { useCommands } from '../platform/commands.ts';
import { useNamed, useWords } from '../words/language.tsx';
import { ActionFields } from './action-fields.tsx';
import { actionForms, isComplete, type OwnAction } from './action-forms.ts';
import classes from './case.module.css';
import { CaseTemplates } from './case-templates.tsx';
import { type Composer, unseen } from './composing.ts';
import { refusedField } from './refused-field.ts';
import { EventLine } from './timeline.tsx';
import type { CaseDetails, HistoryEntry } from './use-case.ts';
import { useTakeAction } from './use-take-action.ts';
import { caseWords } from './words.ts';

interface ActionFormProps {
  readonly action: OwnAction;
  readonly details: CaseDetails;
  readonly composer: Composer;
  /** It is done, and the screen shows it: the keys of what comes next work. */
  readonly done: () => void;
}

/** One action being written. What others do meanwhile is shown above it and must be seen before it is sent. */
export function ActionForm({ action, details, composer, done }: ActionFormProps) {
  const words = useWords(caseWords);
  const named = useNamed();
  const { case: current, history } = details;
  const { composing, change, discard } = composer;
  const taking = useTakeAction(current.caseId, { taken: discard, shown: done });
  const field = useRef<HTMLTextAreaElement>(null);
  const news = unseen(composing, history);
  const isReady = isComplete(action, composing) && news.length === 0 && !taking.isPending;
  const send = (): void => taking.mutate({ action, draft: composing, current });
  const refused = useRefused(action, taking.error);
  const label = named(actionNames[action]);
  useCommands([
    { id: 'case.send', label, keys: 'Ctrl+Enter', disabled: !isReady, run: send },
    { id: 'case.discard', label: words.discard, keys: 'Alt+X', run: discard },
  ]);
  return (
    <Stack gap="xs" mt="sm">
      {news.length > 0 && (
        <Conflict news={news} goOn={() => change({ basedOn: current.version })} />
      )}
      <ActionFields action={action} details={details} composer={composer} refused={refused} />
      {actionForms[action].hasTemplates === true && (
        <CaseTemplates details={details} composer={composer} field={field} />
      )}
      <TextField action={action} composer={composer} field={field} />
      {taking.error !== null && news.length === 0 && (
        <Refusal error={taking.error} atField={refused?.sentence} />
      )}
      <Group gap="xs">
        <Button
          disabled={!isReady}
          loading={taking.isPending}
          onClick={send}
          aria-keyshortcuts="Control+Enter"
          rightSection={
            <Kbd size="xs" aria-hidden visibleFrom="sm">
              Ctrl+Enter
            </Kbd>
          }
        >
          {label}
        </Button>
        <Button variant="default" onClick={discard}>
          {words.discard}
        </Button>
      </Group>
    </Stack>
  );
}

/** What the API refused, where it is what stands in a field. */
function useRefused(action: OwnAction, error: Error | null) {
  const sentence = useSentence();
  const field = error === null ? undefined : refusedField(action, codeOf(error));
  return field && { field, sentence: sentence(error) };
}

interface RefusalProps {
  readonly error: Error;
  /** Told at a field; those who hear the page are told at once as well. */
  readonly atField: string | undefined;
}

function Refusal({ error, atField }: RefusalProps) {
  if (atField === undefined) return <ErrorNote error={error} />;
  return <VisuallyHidden role="alert">{atField}</VisuallyHidden>;
}

/** What the other person did, beside what this one wrote. */
function Conflict(props: { readonly news: readonly HistoryEntry[]; readonly goOn: () => void }) {
  const words = useWords(caseWords);
  return (
    <Alert role="alert" color="yellow" variant="outline" title={words.conflictTitle}>
      <Text size="sm">{words.conflictTheirs}</Text>
      <ul className={classes['plain']}>
        {props.news.map((entry) => (
          <li key={entry.version} className={classes['event']}>
            <EventLine entry={entry} />
          </li>
        ))}
      </ul>
      <Group mt="xs" justify="space-between">
        <Text size="sm">{words.conflictMine}</Text>
        <Button variant="default" onClick={props.goOn}>
          {words.conflictGoOn}
        </Button>
      </Group>
    </Alert>
  );
}

interface TextFieldProps extends Pick<ActionFormProps, 'action' | 'composer'> {
  readonly field: RefObject<HTMLTextAreaElement | null>;
}

function TextField({ action, composer, field }: TextFieldProps) {
  const words = useWords(caseWords);
  const named = useNamed();
  const format = useFormat();
  const [isPreview, setPreview] = useState(false);
  const { text: need, limit, isForCitizen } = actionForms[action];
  const { composing, change } = composer;
  if (need === 'none') return null;
  const { text } = composing;
  const label = words.textFor(named(actionNames[action]));
  return (
    <>
      {isPreview ? (
        <div role="group" aria-label={words.preview}>
          <p className={classes['eventText']}>{text}</p>
        </div>
      ) : (
        <Textarea
          ref={field}
          label={need === 'optional' ? `${label} (${words.optional})` : label}
          required={need === 'required'}
          autoFocus
          autosize
          minRows={3}
          maxRows={12}
          value={text}
          error={isTooLong(text, limit) ? words.tooLong(format.number(limit)) : null}
          onChange={({ currentTarget }) => change({ text: currentTarget.value })}
        />
      )}
      {isForCitizen === true && (
        <Button
          variant="subtle"
          color="ink"
          size="compact-sm"
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setPreview(!isPreview)}
        >
          {isPreview ? words.edit : words.preview}
        </Button>
      )}
    </>
  );
}
