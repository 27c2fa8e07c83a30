import { Group, MultiSelect, NativeSelect, TagsInput, TextInput } from '@mantine/core';
import { channelNames, classNames } from '../../shared/domain/status-names.ts';
import { useDirectory, useDirectoryNames } from '../parts/directory.ts';
import { foldedFilter } from '../parts/folded-filter.ts';
import { useNamed, useWords } from '../words/language.tsx';
import { useGroupName } from './group-names.ts';
import { rulesWords } from './rules-words.ts';
import type { Rule } from './use-rules.ts';

type When = Rule['when'];

interface ConditionFieldsProps {
  readonly when: When;
  readonly change: (when: When) => void;
}

const common = { searchable: true, clearable: true, filter: foldedFilter } as const;

/** All conditions that are given must hold; of the values of one, any. */
export function ConditionFields({ when, change }: ConditionFieldsProps) {
  const words = useWords(rulesWords);
  const choices = useChoices();
  const set = <K extends keyof When>(name: K, value: When[K] | undefined): void => {
    const { [name]: _, ...rest } = when;
    change(value === undefined ? rest : { ...rest, [name]: value });
  };
  const some = (values: string[]) => (values.length === 0 ? undefined : values);
  return (
    <fieldset style={{ display: 'grid', gap: 10, border: '1px solid var(--hairline)' }}>
      <legend>{words.conditions}</legend>
      {LISTS.map((name) => (
        <MultiSelect
          key={name}
          {...common}
          label={words[name]}
          data={choices[name]}
          value={[...(when[name] ?? [])]}
          // What can be chosen are the values of the contract.
          onChange={(values) => set(name, some(values) as never)}
        />
      ))}
      <TagsInput
        label={words.words}
        description={words.wordsHint}
        value={[...(when.words ?? [])]}
        onChange={(values) => set('words', some(values))}
      />
      <TimeFields when={when} set={(timeOfDay) => set('timeOfDay', timeOfDay)} />
      <NativeSelect
        label={words.dayKind}
        data={[
          { value: '', label: words.anyDay },
          { value: 'working_day', label: words.working_day },
          { value: 'day_off', label: words.day_off },
        ]}
        value={when.dayKind ?? ''}
        onChange={({ currentTarget: { value } }) =>
          set('dayKind', value === 'working_day' || value === 'day_off' ? value : undefined)
        }
      />
      <TagsInput
        label={words.attributes}
        description={words.attributesHint}
        value={[...attributeTags(when.attributes ?? {})]}
        onChange={(tags) => set('attributes', attributesOf(tags))}
      />
    </fieldset>
  );
}

const LISTS = ['classes', 'services', 'groups', 'areas', 'priorities', 'channels'] as const;

function useChoices() {
  const words = useWords(rulesWords);
  const named = useNamed();
  const names = useDirectoryNames();
  const groupName = useGroupName();
  const { services, areas } = useDirectory();
  const options = (of: Readonly<Record<string, Parameters<typeof named>[0]>>) =>
    Object.entries(of).map(([value, name]) => ({ value, label: named(name) }));
  return {
    classes: options(classNames),
    services: services.map((one) => ({ value: one.code, label: named(one) })),
    groups: [...new Set(services.map(({ group }) => group))].map((value) => ({
      value,
      label: groupName(value),
    })),
    areas: areas.map((one) => ({ value: one.code, label: names.area(one.code) })),
    priorities: [
      { value: 'normal', label: words.normal },
      { value: 'urgent', label: words.urgent },
    ],
    channels: options(channelNames),
  };
}

interface TimeFieldsProps {
  readonly when: When;
  readonly set: (timeOfDay: When['timeOfDay']) => void;
}

function TimeFields({ when: { timeOfDay }, set }: TimeFieldsProps) {
  const words = useWords(rulesWords);
  const { from = '', until = '' } = timeOfDay ?? {};
  const change = (next: { readonly from: string; readonly until: string }): void =>
    set(next.from === '' && next.until === '' ? undefined : next);
  return (
    <Group grow>
      <TextInput
        type="time"
        label={words.timeFrom}
        required={until !== ''}
        value={from}
        onChange={({ currentTarget }) => change({ from: currentTarget.value, until })}
      />
      <TextInput
        type="time"
        label={words.timeUntil}
        required={from !== ''}
        value={until}
        onChange={({ currentTarget }) => change({ from, until: currentTarget.value })}
      />
    </Group>
  );
}

type Attributes = NonNullable<When['attributes']>;

/** `bus_line=61`: a name and one of its values. */
const attributeTags = (attributes: Attributes): readonly string[] =>
  Object.entries(attributes).flatMap(([name, values]) => values.map((one) => `${name}=${one}`));

function attributesOf(tags: readonly string[]): Attributes | undefined {
  const attributes: Record<string, string[]> = {};
  for (const tag of tags) {
    const [name = '', ...value] = tag.split('=');
    (attributes[name.trim()] ??= []).push(value.join('=').trim());
  }
  return tags.length === 0 ? undefined : attributes;
}
