import { LimitedInput } from '../parts/limited-input.tsx';
import { useWords } from '../words/language.tsx';
import { listWords } from './list-words.ts';

interface Named {
  readonly name: string;
  readonly nameEn: string;
}

interface NameFieldsProps {
  readonly row: Named;
  readonly change: (part: Partial<Named>) => void;
}

/** As many characters as the API takes. */
const NAME_LIMIT = 120;

/** What a row is called, in both languages. */
export function NameFields({ row, change }: NameFieldsProps) {
  const words = useWords(listWords);
  const common = { required: true, maxLength: NAME_LIMIT } as const;
  return (
    <>
      <LimitedInput
        {...common}
        label={words.name}
        value={row.name}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      <LimitedInput
        {...common}
        label={words.nameEn}
        value={row.nameEn}
        onChange={({ currentTarget }) => change({ nameEn: currentTarget.value })}
      />
    </>
  );
}
