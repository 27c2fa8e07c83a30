import { useNavigate, useSearch } from '@tanstack/react-router';
import { useServices } from '../platform/services.ts';
import { now } from '../platform/system.ts';
import { localOf } from '../parts/zone.ts';
import type { FiguresSearch } from './figures-search.ts';
import { type Period, periodBefore, presetPeriod, stepFor } from './periods.ts';

/** A first ward takes over from the districts on this day. */
const WARDS_FROM = '2025-07-01';

/** What the reader has chosen, or how the page begins; `set` writes it into the address. */
export function useChosen() {
  const search = useSearch({ from: '/staff/figures' });
  const navigate = useNavigate();
  const today = useToday();
  const period = search.from === undefined ? presetPeriod('thisMonth', today) : daysOf(search);
  return {
    ...chosenOf(search, period),
    today,
    period,
    before: search.compare === 'none' ? undefined : periodBefore(period),
    set: (change: { readonly [K in keyof FiguresSearch]: FiguresSearch[K] | undefined }): void =>
      void navigate({
        to: '/figures',
        search: { ...search, ...change } as FiguresSearch,
        replace: true,
        resetScroll: false,
      }),
  };
}

/** Both days stand in an address or none: readDays sees to it. */
const daysOf = ({ from = '', to = from }: FiguresSearch): Period => ({ from, to });

/** How the page begins where nothing was chosen. */
function chosenOf(search: FiguresSearch, period: Period) {
  const { by = 'class', step = stepFor(period), sort = 'forwarded', up = false, view } = search;
  const { place = period.from >= WARDS_FROM ? 'ward' : 'district' } = search;
  return { by, step, place, view, sort: { column: sort, up } };
}

/** The day in the province. */
export function useToday(): string {
  const { timeZone } = useServices().config;
  return localOf(new Date(now()).toISOString(), timeZone).slice(0, 10);
}
