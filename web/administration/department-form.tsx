import { Button, Checkbox, Group, NativeSelect, Select, Stack } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { useDirectory } from '../parts/directory.ts';
import { foldedFilter } from '../parts/folded-filter.ts';
import { LimitedInput } from '../parts/limited-input.tsx';
import { commonWords } from '../words/common.ts';
import { useNamed, useWords } from '../words/language.tsx';
import { departmentsWords } from './departments-words.ts';
import { listWords } from './list-words.ts';
import { NameFields } from './name-fields.tsx';
import type { Department } from './use-departments.ts';

interface DepartmentFormProps {
  /** Undefined: a new one. */
  readonly department: Department | undefined;
  readonly known: readonly Department[];
  readonly save: (department: Department) => void;
  readonly close: () => void;
}

const EMPTY: Department = { code: '', name: '', nameEn: '', kind: 'department' };
const KINDS = ['department', 'district', 'agency', 'utility'] as const;
/** As in shared/domain/department.ts, for the browser to check while one types. */
const CODE = '[A-Z][A-Z0-9]{0,15}';

/** One department: what it is called, what kind it is, and whether it takes new cases. */
export function DepartmentForm({ department, known, save, close }: DepartmentFormProps) {
  const words = useWords(departmentsWords);
  const list = useWords(listWords);
  const common = useWords(commonWords);
  const named = useNamed();
  const [draft, setDraft] = useState(department ?? EMPTY);
  const change = (part: Partial<Department>): void => setDraft({ ...draft, ...part });
  const isNew = department === undefined;
  const isTaken = isNew && known.some(({ code }) => code === draft.code);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!isTaken) save(whole(draft));
  };
  return (
    <Dialog close={close} isForm title={isNew ? words.add : list.editRow(named(department))}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <LimitedInput
            label={list.code}
            description={words.codeHint}
            required
            maxLength={16}
            pattern={CODE}
            disabled={!isNew}
            value={draft.code}
            error={isTaken ? list.codeTaken : null}
            onChange={({ currentTarget }) => change({ code: currentTarget.value.toUpperCase() })}
          />
          <NameFields row={draft} change={change} />
          <NativeSelect
            label={words.kind}
            value={draft.kind}
            data={KINDS.map((value) => ({ value, label: words[value] }))}
            onChange={({ currentTarget: { value } }) => {
              const kind = KINDS.find((one) => one === value);
              if (kind !== undefined) change({ kind });
            }}
          />
          {draft.kind === 'district' && (
            <DistrictChoice
              value={draft.districtCode ?? null}
              choose={(districtCode) => change({ districtCode })}
            />
          )}
          {!isNew && (
            <Checkbox
              label={words.takesCases}
              description={words.takesCasesHint}
              checked={draft.active !== false}
              onChange={({ currentTarget }) => change({ active: currentTarget.checked })}
            />
          )}
          <Group>
            <Button type="submit">{list.keep}</Button>
            <Button variant="default" onClick={close}>
              {common.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

interface DistrictChoiceProps {
  readonly value: string | null;
  readonly choose: (code: string) => void;
}

function DistrictChoice({ value, choose }: DistrictChoiceProps) {
  const words = useWords(departmentsWords);
  const named = useNamed();
  const districts = useDirectory().areas.filter(({ kind }) => kind === 'district');
  return (
    <Select
      label={words.districtOf}
      required
      searchable
      allowDeselect={false}
      filter={foldedFilter}
      data={districts.map((one) => ({ value: one.code, label: named(one) }))}
      value={value}
      onChange={(code) => code !== null && choose(code)}
    />
  );
}

/** As it is stored: what is as usual is left out, and only a committee has a district. */
function whole({ districtCode, active, ...row }: Department): Department {
  return {
    ...row,
    ...(row.kind === 'district' && districtCode !== undefined && { districtCode }),
    ...(active === false && { active }),
  };
}
