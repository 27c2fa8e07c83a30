import { classNames, roleNames } from '../../shared/domain/status-names.ts';
import { useDirectoryNames } from '../parts/directory.ts';
import { useNamed, useWords } from '../words/language.tsx';
import classes from './administration.module.css';
import type { AuditEntry } from './audit-differences.ts';
import { auditValueNames, auditWords } from './audit-words.ts';
import { departmentsWords } from './departments-words.ts';
import { useGroupName } from './group-names.ts';
import { servicesWords } from './services-words.ts';
import { useOwnerName } from './use-template-owners.ts';

/** What was changed, by its name: a department, a person, a template; what has none is told as it is. */
export function useSubjectName(): (entry: Pick<AuditEntry, 'kind' | 'of' | 'after'>) => string {
  const names = useDirectoryNames();
  const named = useNamed();
  return ({ kind, of, after: { name, nameEn } }) => {
    if (kind === 'delivery') return names.department(of);
    if (typeof name !== 'string') return of;
    return typeof nameEn === 'string' ? named({ name, nameEn }) : name;
  };
}

interface ValueProps {
  readonly field: string;
  readonly value: unknown;
}

/** As people read it; what is made of parts as it is stored. */
export function AuditValue({ field, value }: ValueProps) {
  const words = useWords(auditWords);
  const nameOf = useNameOf();
  const targetOf = useTarget();
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string') return nameOf(field, value);
  const text = targetOf(value) ?? listed(value, (code) => nameOf(field, code));
  if (text !== undefined) return text === '' ? words.nothing : text;
  return <pre className={classes['stored']}>{JSON.stringify(value, null, 1)}</pre>;
}

/** The names of what is stored by its code. */
function useNameOf(): (field: string, code: string) => string {
  const named = useNamed();
  const names = useDirectoryNames();
  const nameIn = <T extends object>(table: T, nameOf: (value: T[keyof T]) => string) => {
    return (code: string) => (code in table ? nameOf(table[code as keyof T]) : code); // Asked just before.
  };
  const values = nameIn<Readonly<Record<string, string>>>(
    useWords(auditValueNames),
    (name) => name,
  );
  const leads = useWords(servicesWords);
  const lead = (code: string): string =>
    code === '@district' || code === '@hotline' ? leads[code] : names.department(code);
  const nameFor: Readonly<Record<string, (code: string) => string>> = {
    role: nameIn(roleNames, named),
    class: nameIn(classNames, named),
    kind: useKindName(),
    group: useGroupName(),
    department: names.department,
    districtCode: names.area,
    serviceCode: names.service,
    owner: useOwnerName(),
    lead,
    supporting: lead,
    ...{ mode: values, language: values, secret: values },
  };
  return (field, code) => nameFor[field]?.(code) ?? code;
}

function useKindName(): (kind: string) => string {
  const words = useWords(departmentsWords);
  return (kind) =>
    kind === 'department' || kind === 'district' || kind === 'agency' || kind === 'utility'
      ? words[kind]
      : kind;
}

const UNITS = ['workingDays', 'workingHours', 'workingMinutes', 'hours'] as const;

/** A time to answer; undefined for what is none. */
function useTarget(): (value: unknown) => string | undefined {
  const words = useWords(servicesWords);
  return (value) => {
    if (typeof value !== 'object' || value === null || !('amount' in value && 'unit' in value)) {
      return undefined;
    }
    const unit = UNITS.find((one) => one === value.unit);
    return unit === undefined || typeof value.amount !== 'number'
      ? undefined
      : words[unit](value.amount);
  };
}

/** A number or a list of texts; nothing is empty; undefined for what has parts. */
function listed(value: unknown, nameOf: (code: string) => string): string | undefined {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return String(value);
  const isTexts = Array.isArray(value) && value.every((one) => typeof one === 'string');
  return isTexts ? value.map(nameOf).join(', ') : undefined;
}
