import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { CASE_COLUMN_NAMES } from '../../shared/domain/export/columns.ts';
import { ErrorNote } from '../parts/error-note.tsx';
import { useDirectory } from '../parts/directory.ts';
import { useMe } from '../platform/me.ts';
import { newKey } from '../platform/system.ts';
import { useLanguage, useNamed, useWords } from '../words/language.tsx';
import { ExportColumns } from './export-columns.tsx';
import { exportsWords } from './exports-words.ts';
import { presetPeriod } from './periods.ts';
import { useToday } from './use-chosen.ts';
import { type ExportChoice, useStartExport } from './use-exports.ts';

const FORMATS = ['csv', 'xlsx', 'parquet'] as const satisfies readonly ExportChoice['format'][];

/** Departments see their own cases: nothing else can be chosen. */
export function ExportForm() {
  const words = useWords(exportsWords);
  const { choice, key, change } = useChoice();
  const starting = useStartExport();
  const set = (part: Partial<ExportChoice>) => {
    starting.reset();
    change(part);
  };
  return (
    <form
      aria-label={words.what}
      onSubmit={(event) => {
        event.preventDefault();
        starting.mutate({ choice, key }, { onSuccess: () => change({}) });
      }}
    >
      <Group align="end" gap="sm">
        <Days choice={choice} set={set} />
        <NativeSelect
          label={words.format}
          value={choice.format}
          data={FORMATS.map((value) => ({ value, label: words[value] }))}
          onChange={({ currentTarget: { value } }) => {
            const format = FORMATS.find((one) => one === value);
            if (format !== undefined) set({ format });
          }}
        />
        <DepartmentField choice={choice} set={set} />
      </Group>
      <ExportColumns chosen={choice.columns} choose={(columns) => set({ columns: [...columns] })} />
      <Button type="submit" loading={starting.isPending} disabled={choice.columns.length === 0}>
        {words.start}
      </Button>
      <Text role="status" mt="xs">
        {starting.isSuccess && words.started}
      </Text>
      {starting.error !== null && <ErrorNote error={starting.error} />}
    </form>
  );
}

/** What is chosen, with a key of its own each time that anything of it changes. */
function useChoice() {
  const today = useToday();
  const { department } = useMe();
  const { language } = useLanguage();
  const [form, setForm] = useState((): { key: string; choice: ExportChoice } => ({
    key: newKey(),
    choice: {
      ...presetPeriod('thisMonth', today),
      within: department === null ? {} : { department },
      columns: [...CASE_COLUMN_NAMES],
      format: 'csv',
      language,
    },
  }));
  return {
    ...form,
    change: (part: Partial<ExportChoice>) =>
      setForm(({ choice }) => ({ key: newKey(), choice: { ...choice, ...part, language } })),
  };
}

interface FieldProps {
  readonly choice: ExportChoice;
  readonly set: (part: Partial<ExportChoice>) => void;
}

function Days({ choice: { from, to }, set }: FieldProps) {
  const words = useWords(exportsWords);
  const today = useToday();
  return (
    <>
      <TextInput
        type="date"
        label={words.from}
        value={from}
        max={today}
        onChange={({ currentTarget: { value } }) => {
          if (value !== '') set({ from: value, to: value > to ? value : to });
        }}
      />
      <TextInput
        type="date"
        label={words.to}
        value={to}
        max={today}
        onChange={({ currentTarget: { value } }) => {
          if (value !== '') set({ from: value < from ? value : from, to: value });
        }}
      />
    </>
  );
}

function DepartmentField({ choice: { within }, set }: FieldProps) {
  const words = useWords(exportsWords);
  const named = useNamed();
  const { departments } = useDirectory();
  const { department: own } = useMe();
  const offered = departments.filter(({ code }) => own === null || code === own);
  return (
    <NativeSelect
      label={words.department}
      value={within['department'] ?? ''}
      data={[
        ...(own === null ? [{ value: '', label: words.allDepartments }] : []),
        ...offered.map((one) => ({ value: one.code, label: named(one) })),
      ]}
      onChange={({ currentTarget: { value: department } }) =>
        set({ within: department === '' ? {} : { department } })
      }
    />
  );
}
