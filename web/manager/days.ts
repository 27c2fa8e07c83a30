import type { Period } from './periods.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const isDay = (value: unknown): value is string =>
  typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value));

export function readDays({ from, to }: Readonly<Record<string, unknown>>): Partial<Period> {
  return isDay(from) && isDay(to) && from <= to ? { from, to } : {};
}
