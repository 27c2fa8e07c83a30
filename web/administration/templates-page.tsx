import { Badge, Button, Group, ScrollArea, Table, Text, TextInput, Title } from '@mantine/core';
import { IconSearch, IconTextPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { foldVietnamese } from '../../shared/domain/text/fold.ts';
import { useDirectoryNames } from '../parts/directory.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { Moment } from '../parts/moment.tsx';
import { type Template, useTemplates } from '../parts/templates.ts';
import { useWords } from '../words/language.tsx';
import classes from './administration.module.css';
import { TemplateForm } from './template-form.tsx';
import { templatesWords } from './templates-words.ts';
import { useOwnerName, useWritableOwners } from './use-template-owners.ts';

/** Prepared answers: who uses them, what they say, and whether they still do. */
export function TemplatesPage() {
  const words = useWords(templatesWords);
  const templates = useTemplates();
  const { find: sought = '' } = useSearch({ from: '/staff/administration/templates' });
  const navigate = useNavigate({ from: '/administration/templates' });
  const [changing, setChanging] = useState<Template | 'new'>();
  const folded = foldVietnamese(useDeferredValue(sought));
  const isSought = ({ name, text }: Template): boolean =>
    foldVietnamese(`${name} ${text}`).includes(folded);
  return (
    <div className={classes['page']}>
      <Title order={1} size="h3">
        {words.title}
      </Title>
      <Text c="dimmed">{words.intro}</Text>
      <Group my="md" gap="xs">
        <TextInput
          type="search"
          aria-label={words.find}
          placeholder={words.find}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={sought}
          onChange={({ currentTarget: { value } }) =>
            void navigate({ replace: true, search: value === '' ? {} : { find: value } })
          }
          style={{ flex: '1 1 240px', maxWidth: 420 }}
        />
        <Button
          leftSection={<IconTextPlus size={16} aria-hidden />}
          onClick={() => setChanging('new')}
        >
          {words.write}
        </Button>
      </Group>
      <Loaded query={templates}>
        {(all) => <TemplateTable templates={all.filter(isSought)} change={setChanging} />}
      </Loaded>
      {changing !== undefined && (
        <TemplateForm
          template={changing === 'new' ? undefined : changing}
          known={templates.data ?? []}
          close={() => setChanging(undefined)}
        />
      )}
    </div>
  );
}

interface TemplateTableProps {
  readonly templates: readonly Template[];
  readonly change: (template: Template) => void;
}

function TemplateTable({ templates, change }: TemplateTableProps) {
  const words = useWords(templatesWords);
  if (templates.length === 0) return <EmptyState title={words.none} />;
  return (
    <ScrollArea type="auto" viewportProps={{ tabIndex: 0 }}>
      <Table miw={820} aria-label={words.title}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.name}</Table.Th>
            <Table.Th>{words.owner}</Table.Th>
            <Table.Th>{words.service}</Table.Th>
            <Table.Th>{words.state}</Table.Th>
            <Table.Th>{words.changed}</Table.Th>
            <Table.Th>
              <span className="visually-hidden">{words.change}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {templates.map((template) => (
            <TemplateRow key={template.templateId} template={template} change={change} />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}

interface TemplateRowProps {
  readonly template: Template;
  readonly change: (template: Template) => void;
}

function TemplateRow({ template, change }: TemplateRowProps) {
  const words = useWords(templatesWords);
  const names = useDirectoryNames();
  const ownerName = useOwnerName();
  const { name, owner, serviceCode, active } = template;
  const mayChange = useWritableOwners().includes(owner);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {name}
      </Table.Th>
      <Table.Td>{ownerName(owner)}</Table.Td>
      <Table.Td>{serviceCode === null ? words.anyService : names.service(serviceCode)}</Table.Td>
      <Table.Td>
        <Badge variant="default" tt="none">
          {active ? words.inUse : words.retired}
        </Badge>
      </Table.Td>
      <Table.Td>
        <LastChange template={template} />
      </Table.Td>
      <Table.Td ta="right">
        {mayChange && (
          <Button
            variant="default"
            size="compact-md"
            aria-label={`${words.change}: ${name}`}
            onClick={() => change(template)}
          >
            {words.change}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function LastChange({ template: { changedAt, changedBy } }: { readonly template: Template }) {
  const words = useWords(templatesWords);
  if (changedAt === null) return words.builtIn;
  return (
    <>
      {changedBy}, <Moment at={changedAt} />
    </>
  );
}
