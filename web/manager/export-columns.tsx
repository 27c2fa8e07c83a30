import { Button, Checkbox, Fieldset, SimpleGrid } from '@mantine/core';
import {
  CASE_COLUMNS,
  CASE_COLUMN_NAMES,
  type CaseColumn,
} from '../../shared/domain/export/columns.ts';
import { useLanguage, useNamed, useWords } from '../words/language.tsx';
import { exportsWords } from './exports-words.ts';

interface ExportColumnsProps {
  readonly chosen: readonly CaseColumn[];
  readonly choose: (columns: readonly CaseColumn[]) => void;
}

/** Each with what stands in it. A file has them in this order, whichever was chosen first. */
export function ExportColumns({ chosen, choose }: ExportColumnsProps) {
  const words = useWords(exportsWords);
  const named = useNamed();
  const { language } = useLanguage();
  return (
    <Fieldset legend={words.columns} my="md">
      <Button
        variant="subtle"
        size="compact-sm"
        mb="xs"
        onClick={() => choose(CASE_COLUMN_NAMES)}
        disabled={chosen.length === CASE_COLUMN_NAMES.length}
      >
        {words.everyColumn}
      </Button>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="xs">
        {CASE_COLUMN_NAMES.map((column) => {
          const { definition, definitionEn } = CASE_COLUMNS[column];
          return (
            <Checkbox
              key={column}
              label={named(CASE_COLUMNS[column])}
              description={language === 'vi' ? definition : definitionEn}
              checked={chosen.includes(column)}
              onChange={({ currentTarget: { checked } }) =>
                choose(
                  CASE_COLUMN_NAMES.filter((one) =>
                    one === column ? checked : chosen.includes(one),
                  ),
                )
              }
            />
          );
        })}
      </SimpleGrid>
    </Fieldset>
  );
}
