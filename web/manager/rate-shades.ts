/** Lower ends of five shades, as many as can be told apart; most rates of places lie above a half. */
const FLOORS = [0, 0.5, 0.6, 0.7, 0.8] as const;

/** Each shade with the rates that it stands for, lowest first. */
export const RATE_SHADES = FLOORS.map((from, index) => ({
  from,
  to: FLOORS[index + 1] ?? 1,
  color: `var(--rate-${index + 1})`,
}));

export const shadeOf = (rate: number | null): string =>
  RATE_SHADES.findLast(({ from }) => (rate ?? 0) >= from)?.color ?? 'none';
