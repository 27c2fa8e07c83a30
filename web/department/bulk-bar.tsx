import { Button, Group, Text } from '@mantine/core';
import { useWords } from '../words/language.tsx';
import classes from './department.module.css';
import type { Selection } from './use-selection.ts';
import { departmentWords } from './words.ts';

interface BulkBarProps {
  readonly selection: Selection;
  readonly accept: () => void;
}

/** What can be done with everything that is selected. */
export function BulkBar({ selection, accept }: BulkBarProps) {
  const words = useWords(departmentWords);
  const { length } = selection.rows;
  return (
    <div role="status">
      {length > 0 && (
        <Group className={classes['bulk'] ?? ''} gap="xs">
          <Text fw={500}>{words.selected(length)}</Text>
          <Button onClick={accept}>{words.acceptSelected(length)}</Button>
          <Button variant="default" onClick={selection.clear}>
            {words.deselect}
          </Button>
        </Group>
      )}
    </div>
  );
}
