import { Text } from '@mantine/core';
import { useDirectoryNames } from '../parts/directory.ts';
import { useFormat } from '../parts/format.ts';
import { useWords } from '../words/language.tsx';
import { departmentsWords } from './departments-words.ts';
import { listWords } from './list-words.ts';
import type { DepartmentsPreview } from './use-departments.ts';

/** What departments that take no new cases any more have to finish. */
export function ClosingDepartments({ closing }: Pick<DepartmentsPreview, 'closing'>) {
  const words = useWords(departmentsWords);
  const list = useWords(listWords);
  const names = useDirectoryNames();
  const format = useFormat();
  return (
    <>
      <Text fw={500}>{list.sound}</Text>
      {closing.map(({ department, openCases, complete }) => (
        <Text key={department} mt={4}>
          {openCases === 0
            ? words.nothingOpen(names.department(department))
            : words.stillOpen(names.department(department), {
                cases: format.number(openCases),
                complete,
              })}
        </Text>
      ))}
    </>
  );
}
