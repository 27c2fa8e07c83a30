import { ScrollArea, Table, Tabs, Text, Title } from '@mantine/core';
import { classNames } from '../../shared/domain/status-names.ts';
import {
  type Department,
  type Service,
  useDirectory,
  useDirectoryNames,
} from '../parts/directory.ts';
import { useNamed, useWords } from '../words/language.tsx';
import { departmentsWords } from './departments-words.ts';

/** Whom cases are routed to, and what the province handles, by which target. */
export function DepartmentsPage() {
  const words = useWords(departmentsWords);
  const { departments, services } = useDirectory();
  return (
    <div style={{ padding: 16 }}>
      <Title order={1} size="h3">
        {words.title}
      </Title>
      <Text c="dimmed">{words.intro}</Text>
      <Tabs defaultValue="departments" mt="md">
        <Tabs.List aria-label={words.title}>
          <Tabs.Tab value="departments">{words.departments(departments.length)}</Tabs.Tab>
          <Tabs.Tab value="services">{words.services(services.length)}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="departments">
          <DepartmentTable departments={departments} />
        </Tabs.Panel>
        <Tabs.Panel value="services">
          <ServiceTable services={services} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

function DepartmentTable({ departments }: { readonly departments: readonly Department[] }) {
  const words = useWords(departmentsWords);
  const named = useNamed();
  return (
    <ScrollArea type="auto" viewportProps={{ tabIndex: 0 }}>
      <Table miw={520} aria-label={words.departments(departments.length)}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.code}</Table.Th>
            <Table.Th>{words.name}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {departments.map((one) => (
            <Table.Tr key={one.code}>
              <Table.Th scope="row" fw={500}>
                {one.code}
              </Table.Th>
              <Table.Td>{named(one)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}

function ServiceTable({ services }: { readonly services: readonly Service[] }) {
  const words = useWords(departmentsWords);
  const named = useNamed();
  const names = useDirectoryNames();
  const leadOf = (lead: string): string =>
    lead === '@district' || lead === '@hotline' ? words[lead] : names.department(lead);
  return (
    <ScrollArea type="auto" viewportProps={{ tabIndex: 0 }}>
      <Table miw={760} aria-label={words.services(services.length)}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.name}</Table.Th>
            <Table.Th>{words.class}</Table.Th>
            <Table.Th>{words.lead}</Table.Th>
            <Table.Th>{words.target}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {services.map((one) => (
            <Table.Tr key={one.code}>
              <Table.Th scope="row" fw={500}>
                {named(one)}
              </Table.Th>
              <Table.Td>{named(classNames[one.class])}</Table.Td>
              <Table.Td>{leadOf(one.lead)}</Table.Td>
              <Table.Td>{words[one.target.unit](one.target.amount)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}
