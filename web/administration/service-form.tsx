import { Autocomplete, Button, Checkbox, Group, NativeSelect, Stack } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { classNames } from '../../shared/domain/status-names.ts';
import { Dialog } from '../parts/dialog.tsx';
import { LimitedInput } from '../parts/limited-input.tsx';
import { commonWords } from '../words/common.ts';
import { useNamed, useWords } from '../words/language.tsx';
import { useGroupName } from './group-names.ts';
import { listWords } from './list-words.ts';
import { NameFields } from './name-fields.tsx';
import { LeadFields } from './rule-lead-fields.tsx';
import { servicesWords } from './services-words.ts';
import { TargetFields } from './target-fields.tsx';
import type { Service } from './use-services.ts';

interface ServiceFormProps {
  /** Undefined: a new one. */
  readonly service: Service | undefined;
  readonly known: readonly Service[];
  readonly save: (service: Service) => void;
  readonly close: () => void;
}

const EMPTY: Service = {
  ...{ code: '', class: 'field_report', name: '', nameEn: '', group: '' },
  ...{ lead: '@district', supporting: [], target: { amount: 5, unit: 'workingDays' } },
};
const CLASSES = ['procedure', 'field_report', 'information'] as const;
/** As in shared/domain/service-catalog.ts, for the browser to check while one types. */
const CODE = '[a-z][a-z0-9]*(-[a-z0-9]+)*';

/** One service: what it is called, who answers for it, in which time, and whether it is offered. */
export function ServiceForm({ service, known, save, close }: ServiceFormProps) {
  const words = useWords(servicesWords);
  const list = useWords(listWords);
  const common = useWords(commonWords);
  const named = useNamed();
  const [draft, setDraft] = useState(service ?? EMPTY);
  const change = (part: Partial<Service>): void => setDraft({ ...draft, ...part });
  const groupName = useGroupName();
  const groups = [...new Set(known.map(({ group }) => group))];
  const isNew = service === undefined;
  const isTaken = isNew && known.some(({ code }) => code === draft.code);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!isTaken) save(whole(draft));
  };
  return (
    <Dialog close={close} isForm isWide title={isNew ? words.add : list.editRow(named(service))}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <LimitedInput
            label={list.code}
            description={words.codeHint}
            required
            maxLength={64}
            pattern={CODE}
            disabled={!isNew}
            value={draft.code}
            error={isTaken ? list.codeTaken : null}
            onChange={({ currentTarget }) => change({ code: currentTarget.value })}
          />
          <NameFields row={draft} change={change} />
          <NativeSelect
            label={words.class}
            description={words.classHint}
            disabled={!isNew}
            value={draft.class}
            data={CLASSES.map((value) => ({ value, label: named(classNames[value]) }))}
            onChange={({ currentTarget: { value } }) => {
              const chosen = CLASSES.find((one) => one === value);
              if (chosen !== undefined) change({ class: chosen });
            }}
          />
          <Autocomplete
            label={words.group}
            required
            maxLength={64}
            data={groups.map(groupName)}
            value={groupName(draft.group)}
            onChange={(name) =>
              change({ group: groups.find((one) => groupName(one) === name) ?? name })
            }
          />
          <LeadFields rule={draft} change={change} isPlaceSupporting={false} />
          <TargetFields service={draft} change={change} />
          <Checkbox
            label={words.urgent}
            description={words.urgentHint}
            checked={draft.urgent === true}
            onChange={({ currentTarget }) => change({ urgent: currentTarget.checked })}
          />
          {!isNew && (
            <Checkbox
              label={words.offered}
              description={words.offeredHint}
              checked={draft.active !== false}
              onChange={({ currentTarget }) => change({ active: currentTarget.checked })}
            />
          )}
          <Group>
            <Button type="submit">{list.keep}</Button>
            <Button variant="default" onClick={close}>
              {common.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** As it is stored: what is as usual is left out, and the desk has no support. */
const whole = ({ urgent, active, supporting, ...row }: Service): Service => ({
  ...row,
  supporting: row.lead === '@hotline' ? [] : supporting.filter((code) => code !== row.lead),
  ...(urgent === true && { urgent }),
  ...(active === false && { active }),
});
