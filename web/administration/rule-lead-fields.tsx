import { MultiSelect, Select } from '@mantine/core';
import { useDirectory } from '../parts/directory.ts';
import { foldedFilter } from '../parts/folded-filter.ts';
import { useNamed, useWords } from '../words/language.tsx';
import { rulesWords } from './rules-words.ts';
import type { Rule } from './use-rules.ts';

/** As many as the API takes. */
const SUPPORTING_MAX = 10;

interface LeadFieldsProps {
  readonly rule: Pick<Rule, 'lead' | 'supporting'>;
  readonly change: (part: Pick<Partial<Rule>, 'lead' | 'supporting'>) => void;
  /** Whether the committee of the place may be named as supporting: by a rule it may. */
  readonly isPlaceSupporting?: boolean;
}

/** To whom a case goes by a rule or a service: departments, the committee of its place, or the desk itself. */
export function LeadFields({
  rule: { lead, supporting },
  change,
  isPlaceSupporting = true,
}: LeadFieldsProps) {
  const words = useWords(rulesWords);
  const named = useNamed();
  const departments = useDirectory()
    .departments.filter(({ active }) => active !== false)
    .map((one) => ({ value: one.code, label: named(one) }));
  const district = { value: '@district', label: words['@district'] };
  const common = { searchable: true, filter: foldedFilter } as const;
  return (
    <>
      <Select
        {...common}
        label={words.lead}
        required
        allowDeselect={false}
        data={[district, { value: '@hotline', label: words['@hotline'] }, ...departments]}
        value={lead}
        onChange={(code) => code !== null && change({ lead: code })}
      />
      <MultiSelect
        {...common}
        label={words.supporting}
        maxValues={SUPPORTING_MAX}
        disabled={lead === '@hotline'}
        data={[...(isPlaceSupporting ? [district] : []), ...departments].filter(
          ({ value }) => value !== lead,
        )}
        value={[...supporting]}
        onChange={(codes) => change({ supporting: codes })}
      />
    </>
  );
}
