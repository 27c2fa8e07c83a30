import { Text } from '@mantine/core';
import { useDirectoryNames } from '../parts/directory.ts';
import { useWords } from '../words/language.tsx';
import { departmentsWords } from './departments-words.ts';
import type { Department } from './use-departments.ts';

/** What kind of department it is, and of which district. */
export function DepartmentSays({ department }: { readonly department: Department }) {
  const words = useWords(departmentsWords);
  const names = useDirectoryNames();
  const { kind, districtCode } = department;
  return (
    <Text size="sm">
      {words[kind]}
      {districtCode !== undefined && `: ${names.area(districtCode)}`}
    </Text>
  );
}
