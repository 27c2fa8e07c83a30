import { Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded } from '../parts/loaded.tsx';
import { ask } from '../platform/api.ts';
import { useMay } from '../platform/me.ts';
import { useApi } from '../platform/services.ts';
import { useWords } from '../words/language.tsx';
import classes from './administration.module.css';
import { ClosingDepartments } from './closing-departments.tsx';
import { DepartmentForm } from './department-form.tsx';
import { DepartmentSays } from './department-says.tsx';
import { departmentsWords } from './departments-words.ts';
import { ListPublishing } from './list-publishing.tsx';
import { ListRows, RowName } from './list-rows.tsx';
import { listWords } from './list-words.ts';
import {
  type Department,
  departmentsKey,
  useDepartmentCalls,
  useDepartments,
} from './use-departments.ts';
import { type HeldList, useListDraft } from './use-list-draft.ts';
import { VersionHistory } from './version-history.tsx';

/** Whom cases are routed to. */
export function DepartmentsPage() {
  const words = useWords(departmentsWords);
  const mayChange = useMay()('publishDirectory');
  return (
    <div className={classes['page']}>
      <Title order={1} size="h3">
        {words.title}
      </Title>
      <Text c="dimmed" mb="md">
        {words.intro}
      </Text>
      <Loaded query={useDepartments()}>
        {(current) =>
          mayChange ? <Editor current={current} /> : <Departments rows={current.rows} />
        }
      </Loaded>
      <History />
    </div>
  );
}

type Editing = Parameters<typeof ListRows<Department>>[0]['editing'];

function Departments({
  rows,
  editing,
}: {
  readonly rows: readonly Department[];
  readonly editing?: Editing;
}) {
  const words = useWords(departmentsWords);
  const { find = '' } = useSearch({ from: '/staff/administration/departments' });
  const navigate = useNavigate({ from: '/administration/departments' });
  return (
    <ListRows
      label={words.departments(rows.length)}
      rows={rows}
      sought={find}
      seek={(value) =>
        void navigate({ replace: true, search: value === '' ? {} : { find: value } })
      }
      closed={words.closed}
      show={(row) => <DepartmentSays department={row} />}
      {...(editing && { editing })}
    />
  );
}

function Editor({ current }: { readonly current: HeldList<Department> }) {
  const words = useWords(departmentsWords);
  const draft = useListDraft('departments', current);
  const calls = useDepartmentCalls();
  const [editing, setEditing] = useState<Department | 'new'>();
  const close = (): void => setEditing(undefined);
  return (
    <div className={classes['sides']}>
      <section aria-label={words.departments(draft.rows.length)}>
        <Departments rows={draft.rows} editing={{ draft, edit: setEditing, add: words.add }} />
      </section>
      <ListPublishing
        current={current}
        draft={draft}
        calls={calls}
        effect={({ closing }) => <ClosingDepartments closing={closing} />}
        show={(row) => <Shown department={row} />}
      />
      {editing !== undefined && (
        <DepartmentForm
          department={editing === 'new' ? undefined : editing}
          known={draft.rows}
          save={(row) => {
            draft.put(row);
            close();
          }}
          close={close}
        />
      )}
    </div>
  );
}

function Shown({ department }: { readonly department: Department }) {
  const words = useWords(departmentsWords);
  return (
    <>
      <RowName row={department} />
      <DepartmentSays department={department} />
      <Text size="sm">{department.active === false ? words.closed : words.takesCases}</Text>
    </>
  );
}

function History() {
  const words = useWords(listWords);
  const api = useApi();
  const path = '/v1/directory/departments/versions';
  return (
    <VersionHistory
      queryKey={departmentsKey}
      versions={() => ask(api.GET(path))}
      version={(number) => ask(api.GET(`${path}/{number}`, { params: { path: { number } } }))}
      difference={({ added, changed }) => words.difference(added.length, changed.length)}
      show={({ departments }, code) => {
        const row = departments.find((one) => one.code === code);
        return row && <Shown department={row} />;
      }}
    />
  );
}
