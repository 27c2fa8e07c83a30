import { Button, NativeSelect } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useMe } from '../platform/me.ts';
import { useNamed, useWords } from '../words/language.tsx';
import { CROSS_FIGURES, crossFigure, isShareKey } from './cross-figures.ts';
import {
  CROSS_DIMENSIONS,
  type CrossDimension,
  crossWords,
  dimensionNames,
  FORWARDED_ONLY,
} from './cross-words.ts';
import { useChosenCross } from './use-cross.ts';
import { useFigureFormat } from './use-figure-format.ts';

/** Of which cohort, by what, and which of its figures. */
export function CrossChoices() {
  const words = useWords(crossWords);
  const { rows, columns, set } = useChosenCross();
  return (
    <>
      <Cohort />
      <Dimension side="rows" other={columns} value={rows} />
      <Dimension side="columns" other={rows} value={columns} />
      <Button
        variant="default"
        leftSection={<IconArrowsExchange size={16} aria-hidden />}
        onClick={() => set({ rows: columns, columns: rows, ...UNSORTED })}
      >
        {words.swap}
      </Button>
      <Figure />
    </>
  );
}

/** Another table has other columns to sort by. */
const UNSORTED = { sort: undefined, up: undefined };

function Cohort() {
  const words = useWords(crossWords);
  const { view, rows, columns, set } = useChosenCross();
  const isForwardedOnly = [rows, columns].some((one) => FORWARDED_ONLY.includes(one));
  return (
    <NativeSelect
      label={words.cohort}
      value={view}
      onChange={({ currentTarget: { value } }) =>
        set({ cohort: value === 'received' ? 'received' : undefined, figure: undefined })
      }
      data={[
        { value: 'forwarded', label: words.forwarded },
        { value: 'received', label: words.received, disabled: isForwardedOnly },
      ]}
    />
  );
}

interface DimensionProps {
  readonly side: 'rows' | 'columns';
  readonly value: CrossDimension;
  /** What the other side is: choosing it here changes the two over. */
  readonly other: CrossDimension;
}

function Dimension({ side, value, other }: DimensionProps) {
  const words = useWords(crossWords);
  const named = useNamed();
  const { set } = useChosenCross();
  const { role } = useMe();
  const mayAgents = role === 'supervisor' || role === 'manager';
  const opposite = side === 'rows' ? 'columns' : 'rows';
  const known = CROSS_DIMENSIONS.filter((one) => one !== 'agent' || mayAgents);
  return (
    <NativeSelect
      label={words[side]}
      value={value}
      onChange={({ currentTarget: { value: next } }) => {
        const chosen = known.find((one) => one === next);
        if (chosen === undefined) return;
        set({ [side]: chosen, ...(chosen === other && { [opposite]: value }), ...UNSORTED });
      }}
      data={known.map((one) => ({ value: one, label: named(dimensionNames[one]) }))}
    />
  );
}

function Figure() {
  const words = useWords(crossWords);
  const { name } = useFigureFormat();
  const { view, sorting, set } = useChosenCross();
  const all = CROSS_FIGURES[view].map((one) => ({
    value: one,
    label: name(one),
    isShare: isShareKey(one),
  }));
  return (
    <NativeSelect
      label={words.figure}
      value={sorting.figure}
      onChange={({ currentTarget: { value } }) => set({ figure: crossFigure(view, value) })}
      data={[
        { group: words.counts, items: all.filter(({ isShare }) => !isShare) },
        { group: words.rates, items: all.filter(({ isShare }) => isShare) },
      ]}
    />
  );
}
