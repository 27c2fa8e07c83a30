import { Badge, Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { INBOX_LISTS, type InboxList } from '../../shared/domain/inbox.ts';
import { useFormat } from '../parts/format.ts';
import { useCommands } from '../platform/commands.ts';
import { useWords } from '../words/language.tsx';
import classes from './department.module.css';
import type { InboxCounts } from './use-inbox.ts';
import { departmentWords } from './words.ts';

interface InboxTabsProps {
  readonly counts: InboxCounts | undefined;
  /** The list that is chosen. */
  readonly children: ReactNode;
}

/** The lists of the inbox, each with how many cases it has now. */
export function InboxTabs({ counts, children }: InboxTabsProps) {
  const words = useWords(departmentWords);
  const navigate = useNavigate({ from: '/department' });
  const { list = 'new' } = useSearch({ from: '/staff/department' });
  const choose = (name: string | null): void => {
    const chosen = INBOX_LISTS.find((one) => one === name);
    if (chosen === undefined) return;
    // Filters stay: who looks for one place looks for it in the next list too.
    void navigate({ search: ({ open: _, list: __, ...rest }) => ({ ...rest, list: chosen }) });
  };
  useCommands(
    INBOX_LISTS.map((name, index) => ({
      id: `inbox.${name}`,
      label: `${words.inbox}: ${words[name]}`,
      keys: String(index + 1),
      run: () => choose(name),
    })),
  );
  return (
    <Tabs value={list} onChange={choose} className={classes['tabs'] ?? ''}>
      <Tabs.List aria-label={words.lists} className={classes['tabList'] ?? ''}>
        {INBOX_LISTS.map((name) => (
          <Tabs.Tab key={name} value={name} px="sm" rightSection={<Count {...{ name, counts }} />}>
            {words[name]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={list} className={classes['panel'] ?? ''}>
        {children}
      </Tabs.Panel>
    </Tabs>
  );
}

const colors: Partial<Record<InboxList, string>> = {
  at_risk: 'var(--state-at-risk)',
  late: 'var(--state-late)',
};

interface CountProps {
  readonly name: InboxList;
  readonly counts: InboxCounts | undefined;
}

function Count({ name, counts }: CountProps) {
  const words = useWords(departmentWords);
  const format = useFormat();
  if (counts === undefined) return <span className={classes['count']} />;
  const count = counts.counts[name];
  const shown = format.number(count);
  return (
    <Badge
      tt="none"
      variant="default"
      size="sm"
      className={classes['count'] ?? ''}
      {...(count > 0 && colors[name] !== undefined && { c: colors[name] })}
    >
      {counts.complete ? shown : words.atLeast(shown)}
    </Badge>
  );
}
