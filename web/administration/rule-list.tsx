import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useNamed, useWords } from '../words/language.tsx';
import classes from './administration.module.css';
import { useTellRule } from './rule-sentence.ts';
import { rulesWords } from './rules-words.ts';
import type { Rule } from './use-rules.ts';

interface RuleListProps {
  readonly rules: readonly Rule[];
  /** Without it the list is to be read only. */
  readonly change?: (rules: readonly Rule[]) => void;
  readonly edit?: (rule: Rule) => void;
}

/** Rules in the order in which they are asked: the first that matches decides. */
export function RuleList({ rules, change, edit }: RuleListProps) {
  const words = useWords(rulesWords);
  if (rules.length === 0) return <Text my="sm">{words.none}</Text>;
  const move = (index: number, by: 1 | -1): void => {
    const next = [...rules];
    const [moved] = next.splice(index, 1);
    if (moved !== undefined) next.splice(index + by, 0, moved);
    change?.(next);
  };
  return (
    <ol className={classes['rules']} aria-label={words.rules}>
      {rules.map((rule, index) => (
        <li key={rule.code}>
          <RuleText rule={rule} number={index + 1} />
          {change !== undefined && edit !== undefined && (
            <Group gap={4} wrap="nowrap">
              <Move
                label={words.up(rule.name)}
                icon={<IconArrowUp size={16} />}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              />
              <Move
                label={words.down(rule.name)}
                icon={<IconArrowDown size={16} />}
                disabled={index === rules.length - 1}
                onClick={() => move(index, 1)}
              />
              <Button
                variant="default"
                size="compact-md"
                aria-label={words.editRule(rule.name)}
                onClick={() => edit(rule)}
              >
                {words.edit}
              </Button>
              <Move
                label={words.remove(rule.name)}
                icon={<IconTrash size={16} />}
                onClick={() => change(rules.filter((one) => one !== rule))}
              />
            </Group>
          )}
        </li>
      ))}
    </ol>
  );
}

interface MoveProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Move({ label, icon, disabled = false, onClick }: MoveProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size={30}
        aria-label={label}
        disabled={disabled}
        onClick={onClick}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

/** A rule in words. */
export function RuleText({ rule, number }: { readonly rule: Rule; readonly number?: number }) {
  const words = useWords(rulesWords);
  const named = useNamed();
  const { conditions, lead, supporting } = useTellRule()(rule);
  return (
    <div className={classes['rule']}>
      <Text fw={500}>
        {number !== undefined && `${number}. `}
        {named(rule)}{' '}
        <Text span size="xs" c="dimmed">
          {rule.code}
        </Text>
      </Text>
      {conditions.map(({ name, values }) => (
        <Text key={name} size="sm">
          <Text span c="dimmed">
            {name}:
          </Text>{' '}
          {values}
        </Text>
      ))}
      <Text size="sm">
        → <b>{lead}</b>
        {supporting !== '' && ` ${words.with(supporting)}`}
      </Text>
    </div>
  );
}
