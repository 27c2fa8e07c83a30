import { SegmentedControl, Text } from '@mantine/core';
import { useDirectory } from '../parts/directory.ts';
import { EmptyState } from '../parts/empty-state.tsx';
import { useNamed, useWords } from '../words/language.tsx';
import type { Headline, HeadlineRow } from './figures.ts';
import classes from './figures.module.css';
import { PLACES } from './figures-search.ts';
import { PlaceMap } from './place-map.tsx';
import { PlaceTable } from './place-table.tsx';
import { RateLegend } from './rate-legend.tsx';
import { Section } from './section.tsx';
import { sectionWords } from './section-words.ts';
import { useChosen } from './use-chosen.ts';

/** Where reports come from, and how they are answered there. */
export function Places({ headline }: { readonly headline: Headline }) {
  const words = useWords(sectionWords);
  const named = useNamed();
  const { view } = useChosen();
  const { areas } = useDirectory();
  const points = new Map(areas.map(({ code, point }) => [code, point]));
  const rows = headline.rows.filter(({ counts }) => counts.received > 0);
  const placed = rows.flatMap((row) => {
    const point = points.get(row.value ?? '');
    return point == null ? [] : [{ row, ...point, received: row.counts.received }];
  });
  const isPlaced = new Set<HeadlineRow>(placed.map(({ row }) => row));
  const busiest = placed.toSorted((a, b) => b.received - a.received)[0];
  const title = busiest === undefined ? words.map : words.mapTitle(named(busiest.row));
  return (
    <Section id="places" title={title} aside={<Level />}>
      {rows.length === 0 && <EmptyState title={words.mapNothing} />}
      {view === 'table' ? (
        <PlaceTable rows={rows} />
      ) : (
        <div className={classes['map']}>
          {placed.length > 0 && (
            <div>
              <PlaceMap placed={placed} />
              <Text size="sm" c="dimmed">
                {words.mapNote}
              </Text>
              <RateLegend />
            </div>
          )}
          {/* So that what is shown re-adds to what was received. */}
          <PlaceTable rows={rows.filter((row) => !isPlaced.has(row))} />
        </div>
      )}
    </Section>
  );
}

function Level() {
  const words = useWords(sectionWords);
  const { place, set } = useChosen();
  return (
    <SegmentedControl
      size="xs"
      aria-label={words.placeLevel}
      value={place}
      onChange={(next) => set({ place: PLACES.find((one) => one === next) })}
      data={PLACES.map((one) => ({ value: one, label: words[one] }))}
    />
  );
}
