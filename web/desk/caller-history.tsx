import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { statusNames } from '../../shared/domain/status-names.ts';
import { useDirectoryNames } from '../parts/directory.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { Moment } from '../parts/moment.tsx';
import { useCommands } from '../platform/commands.ts';
import { useNamed, useWords } from '../words/language.tsx';
import type { Call, CallDraft, Case } from './call-draft.ts';
import classes from './desk.module.css';
import { useCaller } from './use-caller.ts';
import { deskWords } from './words.ts';

/** What is shown of somebody who calls often; the rest is on the page of any of them. */
const SHOWN = 3;

interface CallerHistoryProps {
  readonly phone: string;
  readonly draft: CallDraft;
  readonly change: Call['change'];
}

/** Who this number is and what they called about before, at once. */
export function CallerHistory({ phone, draft, change }: CallerHistoryProps) {
  const words = useWords(deskWords);
  const { cases, name, error } = useCaller(phone);
  const isNew = name !== undefined && draft.name === '';
  const use = (): void => change({ name: name ?? '' });
  useCommands(
    isNew ? [{ id: 'desk.name', label: words.useName(name), keys: 'Alt+T', run: use }] : [],
  );
  if (error !== null) return <ErrorNote error={error} />;
  return (
    <div role="status">
      {cases !== undefined && (
        <>
          <Group gap="xs">
            <Text fw={500}>
              {name !== undefined && `${name} · `}
              {words.history(cases.length)}
            </Text>
            {isNew && (
              <Button variant="subtle" color="ink" size="compact-sm" onClick={use}>
                {words.useName(name)} · Alt+T
              </Button>
            )}
          </Group>
          <ul className={classes['plain']}>
            {cases.slice(0, SHOWN).map((one) => (
              <li key={one.caseId}>
                <CaseLine case={one} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function CaseLine({ case: one }: { readonly case: Case }) {
  const named = useNamed();
  const names = useDirectoryNames();
  return (
    <Text size="sm" truncate>
      <Anchor component={Link} to={`/cases/${one.caseId}`} inherit>
        {one.summary ?? names.service(one.serviceCode)}
      </Anchor>{' '}
      · {named(statusNames[one.status])} · <Moment at={one.receivedAt} />
    </Text>
  );
}
