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
  const period = periodOf(search, today);
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

/** Of an address; this month where it says none. Both days stand in it or neither: readDays sees to it. */
export const periodOf = ({ from, to = from }: Partial<Period>, today: string): Period =>
  from === undefined || to === undefined ? presetPeriod('thisMonth', today) : { from, to };

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
