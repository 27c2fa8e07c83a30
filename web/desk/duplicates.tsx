import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Resemblance } from '../../shared/domain/duplicates.ts';
import { useDirectoryNames } from '../parts/directory.ts';
import { Moment } from '../parts/moment.tsx';
import { useCommands } from '../platform/commands.ts';
import { useWords } from '../words/language.tsx';
import type { Call } from './call-draft.ts';
import type { Proposal } from './call-plan.ts';
import classes from './desk.module.css';
import { deskWords } from './words.ts';

type Duplicate = Proposal['duplicates'][number];

interface DuplicatesProps {
  readonly found: readonly Duplicate[];
  readonly call: Call;
}

/** Cases that may be the same incident: the call can follow one of them. */
export function Duplicates({ found, call }: DuplicatesProps) {
  const words = useWords(deskWords);
  const [first] = found;
  useCommands(
    first === undefined
      ? []
      : [
          {
            id: 'desk.merge',
            label: words.mergeInto(first.trackingCode),
            keys: 'Alt+G',
            run: () => toggle(first, call),
          },
        ],
  );
  return (
    <div>
      <Title order={3} size="h6">
        {words.duplicates}
      </Title>
      <ul className={classes['plain']}>
        {found.map((one) => (
          <li key={one.caseId}>
            <DuplicateLine one={one} call={call} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const isChosenIn = ({ draft }: Call, { caseId }: Duplicate): boolean =>
  draft.duplicateOf?.caseId === caseId;

/** Chooses the case that the call follows, or lets it be a case of its own again. */
function toggle(one: Duplicate, call: Call): void {
  const { caseId, trackingCode } = one;
  call.change({ duplicateOf: isChosenIn(call, one) ? null : { caseId, trackingCode } });
}

function DuplicateLine({ one, call }: { readonly one: Duplicate; readonly call: Call }) {
  const words = useWords(deskWords);
  const names = useDirectoryNames();
  const { trackingCode } = one;
  const isChosen = isChosenIn(call, one);
  // The domain's codes, which the API's description gives as text.
  const because = one.because.map((code) => words[code as Resemblance]);
  return (
    <div>
      <Anchor component={Link} to={`/cases/${one.caseId}`}>
        {one.summary ?? names.service(one.serviceCode)}
      </Anchor>
      <Text size="sm" c="dimmed">
        <Moment at={one.receivedAt} /> · {names.area(one.areaCode)} · {because.join(', ')}
        {one.followers > 0 && ` · ${words.followers(one.followers)}`}
      </Text>
      <Group gap="xs" mb="xs">
        <Button
          variant={isChosen ? 'filled' : 'default'}
          color="ink"
          size="compact-sm"
          aria-pressed={isChosen}
          onClick={() => toggle(one, call)}
        >
          {isChosen ? words.merging(trackingCode) : words.mergeInto(trackingCode)}
        </Button>
      </Group>
    </div>
  );
}
