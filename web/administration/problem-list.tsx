import { Alert } from '@mantine/core';
import { useNamed, useWords } from '../words/language.tsx';
import { administrationWords } from './administration-words.ts';

interface Problem {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly messageVi: string;
}

/** What must be put right before something can be published, each with its place. */
export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const words = useWords(administrationWords);
  const named = useNamed();
  if (problems.length === 0) return null;
  return (
    <Alert color="lacquer" variant="outline" title={words.problems(problems.length)}>
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {problems.map(({ path, code, message, messageVi }) => (
          <li key={`${path} ${code}`}>
            {named({ name: messageVi, nameEn: message })} <small>({path})</small>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
