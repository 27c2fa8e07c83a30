import { MultiSelect, Select, type SelectProps } from '@mantine/core';
import { classNames } from '../../shared/domain/status-names.ts';
import { useNamed, useWords } from '../words/language.tsx';
import { type Area, useDirectory } from './directory.ts';
import { foldedFilter } from './folded-filter.ts';
import { partWords } from './words.ts';

/** As many supporting departments as the API takes. */
const SUPPORTING_MAX = 10;
const common = { searchable: true, clearable: true, filter: foldedFilter } as const;

interface ChoiceProps extends Pick<SelectProps, 'label' | 'description' | 'required' | 'error'> {
  readonly value: string | null;
  readonly choose: (code: string | null) => void;
}

/** A service of those that are offered, or the one that is chosen already, under the names of the three classes. */
export function ServiceChoice({ choose, ...props }: ChoiceProps) {
  const named = useNamed();
  const services = useDirectory().services.filter(
    ({ active, code }) => active !== false || code === props.value,
  );
  const groups = Object.groupBy(services, (one) => one.class);
  const data = Object.entries(groups).map(([code, list]) => ({
    group: named(classNames[code as keyof typeof classNames]), // They are grouped by it.
    items: list.map((one) => ({ value: one.code, label: named(one) })),
  }));
  return <Select {...common} {...props} data={data} onChange={choose} />;
}

/** A place of either division; communes of the older one with their district. */
export function AreaChoice({ choose, ...props }: ChoiceProps) {
  const words = useWords(partWords);
  const label = useAreaLabel();
  const { areas } = useDirectory();
  const data = (['ward', 'commune', 'district'] as const).map((kind) => ({
    group: words[kind],
    items: areas
      .filter((area) => area.kind === kind)
      .map((area) => ({ value: area.code, label: label(area) })),
  }));
  return <Select {...common} {...props} data={data} onChange={choose} />;
}

function useAreaLabel(): (area: Area) => string {
  const named = useNamed();
  const { areas } = useDirectory();
  const districts = new Map(
    areas.filter(({ kind }) => kind === 'district').map((one) => [one.code, one]),
  );
  return (area) => {
    const district = area.kind === 'commune' ? districts.get(area.districtCode ?? '') : undefined;
    return district === undefined ? named(area) : `${named(area)}, ${named(district)}`;
  };
}

/** One department of those that take new cases. */
export function DepartmentChoice({ choose, ...props }: ChoiceProps) {
  return <Select {...common} {...props} data={useDepartmentOptions()} onChange={choose} />;
}

interface DepartmentsChoiceProps {
  readonly label: string;
  readonly value: readonly string[];
  /** The lead, which cannot support itself. */
  readonly without: string | null;
  readonly choose: (codes: readonly string[]) => void;
}

export function DepartmentsChoice({ label, value, without, choose }: DepartmentsChoiceProps) {
  const data = useDepartmentOptions().filter((option) => option.value !== without);
  return (
    <MultiSelect
      {...common}
      label={label}
      maxValues={SUPPORTING_MAX}
      value={[...value]}
      data={data}
      onChange={choose}
    />
  );
}

function useDepartmentOptions() {
  const named = useNamed();
  return useDirectory()
    .departments.filter(({ active }) => active !== false)
    .map((one) => ({ value: one.code, label: named(one) }));
}
