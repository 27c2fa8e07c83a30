import { useDirectory, useDirectoryNames } from '../parts/directory.ts';
import { useMe } from '../platform/me.ts';
import { useWords } from '../words/language.tsx';
import { templatesWords } from './templates-words.ts';

/** For whom the reader may write templates, as the API holds it too (`mayWriteTemplate`). */
export function useWritableOwners(): readonly string[] {
  const { role, department } = useMe();
  const { departments } = useDirectory();
  if (role === 'admin') return ['desk', 'departments', ...departments.map(({ code }) => code)];
  if (role === 'supervisor') return ['desk'];
  return role === 'department_lead' && department !== null ? [department] : [];
}

export function useOwnerName(): (owner: string) => string {
  const words = useWords(templatesWords);
  const names = useDirectoryNames();
  return (owner) =>
    owner === 'desk' || owner === 'departments' ? words[owner] : names.department(owner);
}
