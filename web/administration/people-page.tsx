import { Badge, Button, Group, ScrollArea, Table, Text, TextInput, Title } from '@mantine/core';
import { IconSearch, IconUserPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { roleNames } from '../../shared/domain/status-names.ts';
import { foldVietnamese } from '../../shared/domain/text/fold.ts';
import { useDirectoryNames } from '../parts/directory.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useMay } from '../platform/me.ts';
import { useNamed, useWords } from '../words/language.tsx';
import { PersonForm } from './person-form.tsx';
import { peopleWords } from './people-words.ts';
import { type Person, usePeople } from './use-people.ts';

/** Who may do what: people, and the machines of departments. */
export function PeoplePage() {
  const words = useWords(peopleWords);
  const mayChange = useMay()('putStaff');
  const people = usePeople();
  const { find: sought = '' } = useSearch({ from: '/staff/administration/people' });
  const navigate = useNavigate({ from: '/administration/people' });
  const [changing, setChanging] = useState<Person | 'new'>();
  const find = useFind(useDeferredValue(sought));
  return (
    <div style={{ padding: 16 }}>
      <Title order={1} size="h3">
        {words.title}
      </Title>
      <Text c="dimmed">{words.intro}</Text>
      <Group my="md" gap="xs">
        <TextInput
          type="search"
          aria-label={words.find}
          placeholder={words.find}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={sought}
          onChange={({ currentTarget: { value } }) =>
            void navigate({ replace: true, search: value === '' ? {} : { find: value } })
          }
          style={{ flex: '1 1 240px', maxWidth: 420 }}
        />
        {mayChange && (
          <Button
            leftSection={<IconUserPlus size={16} aria-hidden />}
            onClick={() => setChanging('new')}
          >
            {words.enter}
          </Button>
        )}
      </Group>
      <Loaded query={people}>
        {(all) => (
          <PeopleTable people={all.filter(find)} {...(mayChange && { change: setChanging })} />
        )}
      </Loaded>
      {changing !== undefined && (
        <PersonForm
          person={changing === 'new' ? undefined : changing}
          known={people.data ?? []}
          close={() => setChanging(undefined)}
        />
      )}
    </div>
  );
}

/** By whatever of a person is on the screen. */
function useFind(sought: string): (person: Person) => boolean {
  const names = useDirectoryNames();
  const named = useNamed();
  const words = foldVietnamese(sought);
  return ({ subject, name, role, department }) => {
    const office = department === null ? '' : names.department(department);
    const shown = [subject, name, named(roleNames[role]), office].join(' ');
    return foldVietnamese(shown).includes(words);
  };
}

interface PeopleTableProps {
  readonly people: readonly Person[];
  readonly change?: (person: Person) => void;
}

function PeopleTable({ people, change }: PeopleTableProps) {
  const words = useWords(peopleWords);
  const named = useNamed();
  const names = useDirectoryNames();
  if (people.length === 0) return <EmptyState title={words.nobody} />;
  return (
    <ScrollArea type="auto" viewportProps={{ tabIndex: 0 }}>
      <Table miw={640} aria-label={words.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.name}</Table.Th>
            <Table.Th>{words.subject}</Table.Th>
            <Table.Th>{words.role}</Table.Th>
            <Table.Th>{words.department}</Table.Th>
            <Table.Th>{words.access}</Table.Th>
            {change !== undefined && (
              <Table.Th>
                <span className="visually-hidden">{words.change}</span>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map((person) => (
            <Table.Tr key={person.subject}>
              <Table.Th scope="row" fw={500}>
                {person.name}
              </Table.Th>
              <Table.Td>{person.subject}</Table.Td>
              <Table.Td>{named(roleNames[person.role])}</Table.Td>
              <Table.Td>
                {person.department === null ? '–' : names.department(person.department)}
              </Table.Td>
              <Table.Td>
                <Badge variant="default" tt="none">
                  {person.active ? words.active : words.struckOff}
                </Badge>
              </Table.Td>
              {change !== undefined && (
                <Table.Td ta="right">
                  <Button
                    variant="default"
                    size="compact-md"
                    aria-label={`${words.change}: ${person.name}`}
                    onClick={() => change(person)}
                  >
                    {words.change}
                  </Button>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}
