import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './figures.module.css';

interface ScrolledTableProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A table that scrolls sideways by itself where the window is narrow; by the keyboard too. */
export function ScrolledTable({ label, children }: ScrolledTableProps) {
  return (
    <div className={classes['scrolled']} role="region" aria-label={label} tabIndex={0}>
      <Table verticalSpacing={6} horizontalSpacing="xs" highlightOnHover>
        {children}
      </Table>
    </div>
  );
}
