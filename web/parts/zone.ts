/** The instant that a wall clock of the zone shows as `2026-11-28T17:00`, as the API wants it. */
export function instantOf(local: string, timeZone: string): string {
  const guess = Date.parse(`${local}:00Z`);
  const shown = Date.parse(`${localOf(new Date(guess).toISOString(), timeZone)}:00Z`);
  return new Date(guess - (shown - guess)).toISOString();
}

/** `2026-11-28T17:00`, as a field for date and time wants it. */
export function localOf(instant: string, timeZone: string): string {
  // Swedish dates are ISO 8601.
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return format.format(new Date(instant)).replace(' ', 'T');
}
