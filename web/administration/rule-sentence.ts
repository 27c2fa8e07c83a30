import { channelNames, classNames } from '../../shared/domain/status-names.ts';
import { useDirectoryNames } from '../parts/directory.ts';
import { useNamed, useWords } from '../words/language.tsx';
import { useGroupName } from './group-names.ts';
import { rulesWords } from './rules-words.ts';
import type { Rule } from './use-rules.ts';

/** What a rule says, for people: its conditions one by one, and who gets the case. */
export interface ToldRule {
  readonly conditions: readonly Condition[];
  readonly lead: string;
  readonly supporting: string;
}

interface Condition {
  readonly name: string;
  readonly values: string;
}

export function useTellRule(): (rule: Rule) => ToldRule {
  const words = useWords(rulesWords);
  const names = useDirectoryNames();
  const conditionsOf = useConditions();
  const who = (code: string): string =>
    code === '@district' || code === '@hotline' ? words[code] : names.department(code);
  return ({ when, lead, supporting }) => ({
    conditions: conditionsOf(when),
    lead: who(lead),
    supporting: supporting.map(who).join(', '),
  });
}

function useConditions(): (when: Rule['when']) => readonly Condition[] {
  const words = useWords(rulesWords);
  const named = useNamed();
  const names = useDirectoryNames();
  const groupName = useGroupName();
  const tellers: { readonly [K in keyof Rule['when']]-?: Teller<K> } = {
    classes: (values) => values.map((one) => named(classNames[one])),
    services: (values) => values.map(names.service),
    groups: (values) => values.map(groupName),
    areas: (values) => values.map(names.area),
    words: (values) => values.map((one) => `“${one}”`),
    timeOfDay: ({ from, until }) => [`${from}–${until}`],
    dayKind: (kind) => [words[kind]],
    priorities: (values) => values.map((one) => words[one]),
    channels: (values) => values.map((one) => named(channelNames[one])),
    attributes: (given) =>
      Object.entries(given).map(([name, values]) => `${name} = ${values.join(' / ')}`),
  };
  return (when) =>
    // Object.entries widens to string; the keys of a rule are those of the table.
    (Object.keys(when) as (keyof Rule['when'])[]).map((name) => ({
      name: words[name],
      values: (tellers[name] as (value: unknown) => readonly string[])(when[name]).join(', '),
    }));
}

type Teller<K extends keyof Rule['when']> = (
  value: NonNullable<Rule['when'][K]>,
) => readonly string[];
