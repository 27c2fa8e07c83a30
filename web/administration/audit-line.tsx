import { Anchor, Badge, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { roleNames } from '../../shared/domain/status-names.ts';
import { Moment } from '../parts/moment.tsx';
import { useNamed, useWords } from '../words/language.tsx';
import classes from './administration.module.css';
import { type AuditEntry, type Difference, differencesOf } from './audit-differences.ts';
import { AuditValue, useSubjectName } from './audit-value.tsx';
import { auditFieldNames, auditKindNames, auditWords } from './audit-words.ts';

/** What is published whole is kept whole, and read where it is published. */
const HISTORIES: Partial<Record<AuditEntry['kind'], string>> = {
  department: '/administration/departments',
  service: '/administration/services',
  rules: '/administration/rules',
  calendar: '/administration/calendars',
};

/** One change: who, when, of what; and what it touched, before and after. */
export function AuditLine({ entry }: { readonly entry: AuditEntry }) {
  const words = useWords(auditWords);
  const kinds = useWords(auditKindNames);
  const named = useNamed();
  const { kind, by, at } = entry;
  const of = useSubjectName()(entry);
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
              <AuditValue field={field} value={before} />
            </Table.Td>
            <Table.Td>
              <AuditValue field={field} value={after} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
