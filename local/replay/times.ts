import type { Chance } from '../../shared/domain/chance.ts';
import { PUBLISHED } from './published.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Bình Dương is seven hours ahead of UTC, all year. */
const ZONE_MS = 7 * 3_600_000;

/** Calls from 07:00 to 21:00, mostly on working days, more of them as the hotline becomes known. */
export function receiptTimes(count: number, luck: Chance): readonly Date[] {
  const first = Date.parse(`${PUBLISHED.from}T00:00:00Z`);
  const days = Math.round((Date.parse(`${PUBLISHED.to}T00:00:00Z`) - first) / DAY_MS) + 1;
  const weights = Array.from({ length: days }, (_, day) => weightOf(day, days, first));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const dayOf = (): number => {
    let left = luck.next() * total;
    const day = weights.findIndex((weight) => (left -= weight) < 0);
    return day < 0 ? days - 1 : day;
  };
  return Array.from({ length: count }, () => {
    const minute = luck.between(7 * 60, 21 * 60);
    return new Date(
      first + dayOf() * DAY_MS + minute * MINUTE_MS - ZONE_MS + luck.between(0, 60_000),
    );
  }).sort((a, b) => a.getTime() - b.getTime());
}

function weightOf(day: number, days: number, first: number): number {
  const weekday = new Date(first + day * DAY_MS).getUTCDay();
  const weekend = weekday === 0 || weekday === 6;
  return (weekend ? 0.4 : 1) * (0.6 + (0.8 * day) / days);
}
