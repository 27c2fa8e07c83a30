import { type RefObject, useEffect, useRef } from 'react';
import type { InboxRow } from './use-inbox.ts';

/** The links of the rows that are drawn, in their order on the screen. */
export const rowLinks = (place: HTMLElement | null): readonly HTMLElement[] =>
  [...(place?.querySelectorAll<HTMLElement>('a[data-row]') ?? [])].sort(
    (one, other) => rowIndex(one) - rowIndex(other),
  );

const rowIndex = (link: HTMLElement): number => Number(link.dataset['row']);

/** The place of the row that has the focus; undefined when none has. */
export function focusedIndex(place: HTMLElement | null): number | undefined {
  const line = document.activeElement?.closest<HTMLElement>('[data-case]');
  if (line == null || place?.contains(line) !== true) return undefined;
  const link = line.querySelector<HTMLElement>('a[data-row]');
  return link === null ? undefined : rowIndex(link);
}

/** When the row that had the focus leaves the list, the one in its place gets it: j and k go on from there. */
export function useFocusKept(place: RefObject<HTMLElement | null>, rows: readonly InboxRow[]) {
  const last = useRef<number>(undefined);
  useEffect(() => {
    const remember = (): void => {
      last.current = focusedIndex(place.current);
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [place]);
  useEffect(() => {
    const { current: index } = last;
    if (index === undefined || document.activeElement !== document.body) return;
    const links = rowLinks(place.current);
    (links.find((link) => rowIndex(link) >= index) ?? links.at(-1))?.focus();
  }, [place, rows]);
}
