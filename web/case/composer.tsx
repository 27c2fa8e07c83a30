import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { actionNames } from '../../shared/domain/status-names.ts';
import { useCommands } from '../platform/commands.ts';
import { useNamed, useWords } from '../words/language.tsx';
import { actionForms, type OwnAction } from './action-forms.ts';
import { ActionForm } from './action-form.tsx';
import classes from './case.module.css';
import { useComposing } from './composing.ts';
import type { CaseDetails } from './use-case.ts';
import { useOwnActions, useWhyNot } from './why-not.ts';
import { caseWords } from './words.ts';

/** What the reader may do now, each by its key, and what not, each with why. */
export function Composer({ details }: { readonly details: CaseDetails }) {
  const words = useWords(caseWords);
  const named = useNamed();
  const { case: current, allowedActions } = details;
  const composer = useComposing(current.caseId, current.version);
  const [done, setDone] = useState<OwnAction>();
  const own = useOwnActions().filter(isOwn);
  const allowed = own.filter((action) => allowedActions.includes(action));
  const { action } = composer.composing;
  const choose = (chosen: OwnAction) => (): void => {
    setDone(undefined);
    composer.change({ action: chosen });
  };
  useCommands(
    allowed.map((one) => ({
      id: `case.${one}`,
      label: named(actionNames[one]),
      keys: actionForms[one].key,
      run: choose(one),
    })),
  );
  return (
    <section className={classes['composer']} aria-labelledby="actions">
      <Title order={2} size="h5" id="actions" mb="xs">
        {words.actions}
      </Title>
      <div className={classes['choices']}>
        {allowed.map((one) => (
          <Button
            key={one}
            size="compact-md"
            variant={one === action ? 'filled' : 'default'}
            color="ink"
            aria-pressed={one === action}
            onClick={choose(one)}
          >
            {named(actionNames[one])}
          </Button>
        ))}
      </div>
      <div role="status">
        {done !== undefined && <Text mt="xs">{words.done(named(actionNames[done]))}</Text>}
      </div>
      {action !== null && isOwn(action) && (
        <ActionForm
          key={action}
          action={action}
          details={details}
          composer={composer}
          done={() => setDone(action)}
        />
      )}
      <NotNow actions={own.filter((one) => !allowed.includes(one))} details={details} />
    </section>
  );
}

const isOwn = (action: string): action is OwnAction => action in actionForms;

function NotNow(props: { readonly actions: readonly OwnAction[]; readonly details: CaseDetails }) {
  const words = useWords(caseWords);
  const named = useNamed();
  const whyNot = useWhyNot(props.details.case);
  if (props.actions.length === 0) return null;
  return (
    <details className={classes['notNow']}>
      <summary>
        {words.notNow} ({props.actions.length})
      </summary>
      <dl className={classes['facts']}>
        {props.actions.map((action) => (
          <div key={action} style={{ display: 'contents' }}>
            <dt>{named(actionNames[action])}</dt>
            <dd>{whyNot(action)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
