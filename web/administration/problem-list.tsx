import { Alert } from '@mantine/core';
import { useNamed, useWords } from '../words/language.tsx';
import { administrationWords } from './administration-words.ts';

interface Problem {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly messageVi: string;
}

interface ProblemListProps {
  readonly problems: readonly Problem[];
  /** Left out: they must be put right before something can be published. */
  readonly title?: (problems: number) => string;
}

/** What must be put right, each with its place. */
export function ProblemList({ problems, title }: ProblemListProps) {
  const words = useWords(administrationWords);
  const named = useNamed();
  if (problems.length === 0) return null;
  return (
    <Alert color="lacquer" variant="outline" title={(title ?? words.problems)(problems.length)}>
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {problems.map(({ path, code, message, messageVi }) => (
          <li key={`${path} ${code} ${message}`}>
            {named({ name: messageVi, nameEn: message })} <small>({path})</small>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
