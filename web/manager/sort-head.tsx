import { Table, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useWords } from '../words/language.tsx';
import classes from './figures.module.css';
import { sectionWords } from './section-words.ts';

interface SortHeadProps {
  readonly label: string;
  /** How the table is sorted by this column; undefined where it is by another. */
  readonly sorted: 'up' | 'down' | undefined;
  /** Names the lines: it stands first, stays when the table is scrolled sideways, and begins with the smallest. */
  readonly isName?: boolean;
  readonly sort: (way: 'up' | 'down') => void;
}

/** A head that sorts: largest first, and the other way round at the second click. */
export function SortHead({ label, sorted, isName = false, sort }: SortHeadProps) {
  const words = useWords(sectionWords);
  const before = sorted ?? (isName ? 'down' : 'up');
  return (
    <Table.Th
      aria-sort={sorted && ARIA_SORT[sorted]}
      {...(isName ? { ta: 'left', className: classes['stuck'] ?? '' } : { ta: 'right' })}
    >
      <UnstyledButton
        className={classes['sort']}
        title={words.sortBy(label)}
        onClick={() => sort(before === 'up' ? 'down' : 'up')}
      >
        {label} {sorted && <Arrow way={sorted} />}
      </UnstyledButton>
    </Table.Th>
  );
}

const ARIA_SORT = { up: 'ascending', down: 'descending' } as const;

function Arrow({ way }: { readonly way: 'up' | 'down' }) {
  const Icon = way === 'up' ? IconArrowUp : IconArrowDown;
  return <Icon size={14} aria-hidden />;
}
