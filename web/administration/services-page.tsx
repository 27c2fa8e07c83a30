import { Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Loaded } from '../parts/loaded.tsx';
import { ask } from '../platform/api.ts';
import { useMay } from '../platform/me.ts';
import { useApi } from '../platform/services.ts';
import { useWords } from '../words/language.tsx';
import classes from './administration.module.css';
import { ListPublishing } from './list-publishing.tsx';
import { ListRows, RowName } from './list-rows.tsx';
import { listWords } from './list-words.ts';
import { ServiceForm } from './service-form.tsx';
import { ServiceSays } from './service-says.tsx';
import { servicesWords } from './services-words.ts';
import { TargetEffects } from './target-effects.tsx';
import { type HeldList, useListDraft } from './use-list-draft.ts';
import { type Service, servicesKey, useServiceCalls, useServices } from './use-services.ts';
import { VersionHistory } from './version-history.tsx';

/** What the province handles, who leads it, and how long an answer may take. */
export function ServicesPage() {
  const words = useWords(servicesWords);
  const mayChange = useMay()('publishDirectory');
  return (
    <div className={classes['page']}>
      <Title order={1} size="h3">
        {words.title}
      </Title>
      <Text c="dimmed" mb="md">
        {words.intro}
      </Text>
      <Loaded query={useServices()}>
        {(current) => (mayChange ? <Editor current={current} /> : <Services rows={current.rows} />)}
      </Loaded>
      <History />
    </div>
  );
}

type Editing = Parameters<typeof ListRows<Service>>[0]['editing'];

function Services({
  rows,
  editing,
}: {
  readonly rows: readonly Service[];
  readonly editing?: Editing;
}) {
  const words = useWords(servicesWords);
  const { find = '' } = useSearch({ from: '/staff/administration/services' });
  const navigate = useNavigate({ from: '/administration/services' });
  return (
    <ListRows
      label={words.services(rows.length)}
      rows={rows}
      sought={find}
      seek={(value) =>
        void navigate({ replace: true, search: value === '' ? {} : { find: value } })
      }
      closed={words.closed}
      show={(row) => <ServiceSays service={row} />}
      {...(editing && { editing })}
    />
  );
}

function Editor({ current }: { readonly current: HeldList<Service> }) {
  const words = useWords(servicesWords);
  const draft = useListDraft('services', current);
  const calls = useServiceCalls();
  const [editing, setEditing] = useState<Service | 'new'>();
  const close = (): void => setEditing(undefined);
  return (
    <div className={classes['sides']}>
      <section aria-label={words.services(draft.rows.length)}>
        <Services rows={draft.rows} editing={{ draft, edit: setEditing, add: words.add }} />
      </section>
      <ListPublishing
        current={current}
        draft={draft}
        calls={calls}
        effect={({ targets }) => <TargetEffects targets={targets} />}
        show={(row) => <Shown service={row} />}
      />
      {editing !== undefined && (
        <ServiceForm
          service={editing === 'new' ? undefined : editing}
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

function Shown({ service }: { readonly service: Service }) {
  const words = useWords(servicesWords);
  return (
    <>
      <RowName row={service} />
      <ServiceSays service={service} />
      <Text size="sm">{service.active === false ? words.closed : words.offered}</Text>
    </>
  );
}

function History() {
  const words = useWords(listWords);
  const api = useApi();
  const path = '/v1/directory/services/versions';
  return (
    <VersionHistory
      queryKey={servicesKey}
      versions={() => ask(api.GET(path))}
      version={(number) => ask(api.GET(`${path}/{number}`, { params: { path: { number } } }))}
      difference={({ added, changed }) => words.difference(added.length, changed.length)}
      show={({ services }, code) => {
        const row = services.find((one) => one.code === code);
        return row && <Shown service={row} />;
      }}
    />
  );
}
