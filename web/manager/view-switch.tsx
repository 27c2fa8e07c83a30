import { SegmentedControl } from '@mantine/core';
import { useCommands } from '../platform/commands.ts';
import { useWords } from '../words/language.tsx';
import { useChosen } from './use-chosen.ts';
import { figuresWords } from './words.ts';

/** Every chart as the table that it draws, and back: one key. */
export function ViewSwitch() {
  const words = useWords(figuresWords);
  const { view, set } = useChosen();
  const show = (next: string): void => set({ view: next === 'table' ? 'table' : undefined });
  useCommands([
    {
      id: 'figures.view',
      label: words.switchView,
      keys: 't',
      run: () => show(view === 'table' ? 'chart' : 'table'),
    },
  ]);
  return (
    <SegmentedControl
      aria-label={words.view}
      value={view ?? 'chart'}
      onChange={show}
      data={[
        { value: 'chart', label: words.chart },
        { value: 'table', label: words.table },
      ]}
    />
  );
}
