import { Button, Checkbox, Group, NativeSelect, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { isDepartmentRole, STAFF_ROLES } from '../../shared/domain/roles.ts';
import { roleNames } from '../../shared/domain/status-names.ts';
import { Dialog } from '../parts/dialog.tsx';
import { DepartmentChoice } from '../parts/choice-fields.tsx';
import { ErrorNote } from '../parts/error-note.tsx';
import { LimitedInput } from '../parts/limited-input.tsx';
import { ask } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';
import { commonWords } from '../words/common.ts';
import { useNamed, useWords } from '../words/language.tsx';
import { peopleWords } from './people-words.ts';
import { peopleKey, type Person } from './use-people.ts';

interface PersonFormProps {
  /** Undefined: somebody new. */
  readonly person: Person | undefined;
  readonly known: readonly Person[];
  readonly close: () => void;
}

const NOBODY: Person = { subject: '', name: '', role: 'agent', department: null, active: true };

/** Gives a person or machine a role, or takes it away. */
export function PersonForm({ person, known, close }: PersonFormProps) {
  const words = useWords(peopleWords);
  const common = useWords(commonWords);
  const named = useNamed();
  const [draft, setDraft] = useState(person ?? NOBODY);
  const change = (part: Partial<Person>): void => setDraft({ ...draft, ...part });
  const saving = useSavePerson(close);
  const isTaken = person === undefined && known.some(({ subject }) => subject === draft.subject);
  const ofDepartment = isDepartmentRole(draft.role);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!isTaken) saving.mutate({ ...draft, department: ofDepartment ? draft.department : null });
  };
  return (
    <Dialog
      close={close}
      isForm
      title={person === undefined ? words.enter : words.changing(person.name)}
    >
      <form onSubmit={submit}>
        <Stack gap="sm">
          <LimitedInput
            label={words.subject}
            description={words.subjectHint}
            required
            disabled={person !== undefined}
            maxLength={128}
            pattern="[\x21-\x7e]+"
            value={draft.subject}
            error={isTaken ? words.taken : null}
            onChange={({ currentTarget }) => change({ subject: currentTarget.value })}
          />
          <LimitedInput
            label={words.name}
            required
            maxLength={120}
            value={draft.name}
            onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          />
          <NativeSelect
            label={words.role}
            data={STAFF_ROLES.map((role) => ({ value: role, label: named(roleNames[role]) }))}
            value={draft.role}
            onChange={({ currentTarget }) => {
              const role = STAFF_ROLES.find((one) => one === currentTarget.value);
              if (role !== undefined) change({ role });
            }}
          />
          {ofDepartment && (
            <DepartmentChoice
              label={words.department}
              required
              value={draft.department}
              choose={(department) => change({ department })}
            />
          )}
          <Checkbox
            label={words.mayWork}
            description={words.mayWorkHint}
            checked={draft.active}
            onChange={({ currentTarget }) => change({ active: currentTarget.checked })}
          />
          {saving.error !== null && <ErrorNote error={saving.error} />}
          <Group>
            <Button type="submit" loading={saving.isPending}>
              {person === undefined ? words.giveRole : words.save}
            </Button>
            <Button variant="default" onClick={close}>
              {common.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

function useSavePerson(done: () => void) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ subject, ...body }: Person) =>
      ask(api.PUT('/v1/directory/staff/{subject}', { params: { path: { subject } }, body })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: peopleKey });
      done();
    },
  });
}
