import { Anchor, Badge, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { roleNames } from '../../shared/domain/status-names.ts';
import { useDirectoryNames } from '../parts/directory.ts';
import { Moment } from '../parts/moment.tsx';
import { useNamed, useWords } from '../words/language.tsx';
import classes from './administration.module.css';
import { type AuditEntry, type Difference, differencesOf } from './audit-differences.ts';
import { useOwnerName } from './use-template-owners.ts';
import { auditFieldNames, auditKindNames, auditWords } from './audit-words.ts';

/** What is published whole is kept whole, and read where it is published. */
const HISTORIES: Partial<Record<AuditEntry['kind'], string>> = {
  rules: '/administration/rules',
  calendar: '/administration/calendars',
};

/** One change: who, when, of what; and what it touched, before and after. */
export function AuditLine({ entry }: { readonly entry: AuditEntry }) {
  const words = useWords(auditWords);
  const kinds = useWords(auditKindNames);
  const named = useNamed();
  const { kind, of, by, at } = entry;
  const history = HISTORIES[kind];
  return (
    <li>
      <article className={classes['rule']} aria-label={`${kinds[kind]}: ${of}`}>
        <Text>
          <b>
            {kinds[kind]}: {of}
          </b>{' '}
          {entry.before === null && (
            <Badge variant="default" tt="none">
              {words.created}
            </Badge>
          )}
        </Text>
        <Text size="sm" c="dimmed">
          {by.id}, {named(roleNames[by.role])} · <Moment at={at} />
        </Text>
        <Differences differences={differencesOf(entry)} />
        {history !== undefined && (
          <Anchor component={Link} to={history} size="sm">
            {words.inFull}
          </Anchor>
        )}
      </article>
    </li>
  );
}

function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const words = useWords(auditWords);
  const names: Readonly<Record<string, string>> = useWords(auditFieldNames);
  return (
    <Table className={classes['audited'] ?? ''} mt="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.what}</Table.Th>
          <Table.Th>{words.before}</Table.Th>
          <Table.Th>{words.after}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {differences.map(({ field, before, after }) => (
          <Table.Tr key={field}>
            <Table.Th scope="row" fw={500}>
              {names[field] ?? field}
            </Table.Th>
            <Table.Td>
              <Value field={field} value={before} />
            </Table.Td>
            <Table.Td>
              <Value field={field} value={after} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** As people read it; what is made of parts as it is stored. */
function Value({ field, value }: { readonly field: string; readonly value: unknown }) {
  const words = useWords(auditWords);
  const nameOf = useNameOf();
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string') return nameOf(field, value);
  const text = listed(value);
  if (text !== undefined) return text === '' ? words.nothing : text;
  return <pre className={classes['stored']}>{JSON.stringify(value, null, 1)}</pre>;
}

/** The names of what is stored by its code. */
function useNameOf(): (field: string, code: string) => string {
  const named = useNamed();
  const names = useDirectoryNames();
  const ownerName = useOwnerName();
  const nameFor: Readonly<Record<string, (code: string) => string>> = {
    role: (code) => (code in roleNames ? named(roleNames[code as keyof typeof roleNames]) : code), // Asked just before.
    department: names.department,
    serviceCode: names.service,
    owner: ownerName,
  };
  return (field, code) => nameFor[field]?.(code) ?? code;
}

/** A number or a list of texts; nothing is empty; undefined for what has parts. */
function listed(value: unknown): string | undefined {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return String(value);
  const isTexts = Array.isArray(value) && value.every((one) => typeof one === 'string');
  return isTexts ? value.join(', ') : undefined;
}
