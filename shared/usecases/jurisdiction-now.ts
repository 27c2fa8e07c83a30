import type { JurisdictionId } from '../domain/case.ts';
import {
  BUNDLED_RULES,
  type Jurisdiction,
  withCalendar,
  withRules,
} from '../domain/jurisdiction-lookups.ts';
import { BUILT_IN_NUMBER } from '../domain/published-calendar.ts';
import type { CalendarStore } from '../ports/calendar-store.ts';
import type { RuleStore } from '../ports/rule-store.ts';
import type { JurisdictionNow } from '../ports/jurisdictions.ts';
import type { Clock } from '../ports/system.ts';

/**
 * How long a process goes on with the calendar and the rules that it has. A publication is prepared weeks ahead, so a minute is soon
 * enough, and costs half a read unit for each.
 */
export const CALENDAR_MAX_AGE_MS = 60_000;

export interface JurisdictionPorts {
  readonly calendars: Pick<CalendarStore, 'currentNumber' | 'find'>;
  /** Left out by those who route nothing. */
  readonly rules?: Pick<RuleStore, 'currentNumber' | 'find'>;
  readonly clock: Clock;
  readonly jurisdictionId: JurisdictionId;
  /** With the calendar that is bundled with the code. */
  readonly jurisdiction: Jurisdiction;
}

/** Compiles each published calendar once a process, at the first question that it is needed for. */
export function createJurisdictionNow(ports: JurisdictionPorts): JurisdictionNow {
  const at = createJurisdictionAt(ports);
  const ruled = createRuled(ports);
  let known: { readonly since: number; readonly jurisdiction: Promise<Jurisdiction> } | undefined;
  return () => {
    const now = ports.clock.now().getTime();
    // A clock that was set back must not make an old calendar last.
    if (known !== undefined && Math.abs(now - known.since) < CALENDAR_MAX_AGE_MS) {
      return known.jurisdiction;
    }
    const jurisdiction = ports.calendars.currentNumber(ports.jurisdictionId).then(at).then(ruled);
    const asked = { since: now, jurisdiction };
    known = asked;
    jurisdiction.catch(() => {
      if (known === asked) known = undefined;
    });
    return jurisdiction;
  };
}

/** A use case, built for the jurisdiction of the moment in which it is called: one call is decided by one calendar. */
export function byJurisdictionNow<Ports extends Dated, Input extends unknown[], Output>(
  ports: Ports,
  create: (ports: Ports) => (...input: Input) => Promise<Output>,
): (...input: Input) => Promise<Output> {
  let made: { readonly of: Jurisdiction; readonly useCase: ReturnType<typeof create> } | undefined;
  return async (...input) => {
    const jurisdiction = await ports.jurisdictionNow();
    if (made?.of !== jurisdiction) {
      made = { of: jurisdiction, useCase: create({ ...ports, jurisdiction }) };
    }
    return made.useCase(...input);
  };
}

interface Dated {
  readonly jurisdiction: Jurisdiction;
  readonly jurisdictionNow: JurisdictionNow;
}

/** Gives a jurisdiction the rules that hold now; the same one comes back while neither changes. */
function createRuled({ rules, jurisdictionId }: JurisdictionPorts) {
  if (rules === undefined) return (of: Jurisdiction) => Promise.resolve(of);
  let latest: { readonly of: Jurisdiction; readonly jurisdiction: Jurisdiction } | undefined;
  return async (of: Jurisdiction): Promise<Jurisdiction> => {
    const number = await rules.currentNumber(jurisdictionId);
    if (number === BUNDLED_RULES) return of;
    if (latest?.of !== of || latest.jurisdiction.rulesNumber !== number) {
      const found = await rules.find(jurisdictionId, number);
      if (found === undefined) throw new Error(`Rules ${number} were published and are not there`);
      latest = { of, jurisdiction: withRules(of, found) };
    }
    return latest.jurisdiction;
  };
}

/** The jurisdiction with the calendar of one publication; 0 is the bundled one. */
export function createJurisdictionAt({
  calendars,
  jurisdictionId,
  jurisdiction,
}: Omit<JurisdictionPorts, 'clock'>): (number: number) => Promise<Jurisdiction> {
  let latest = { number: BUILT_IN_NUMBER, jurisdiction };
  return async (number) => {
    if (number === BUILT_IN_NUMBER) return jurisdiction;
    if (number === latest.number) return latest.jurisdiction;
    const found = await calendars.find(jurisdictionId, number);
    if (found === undefined) throw new Error(`Calendar ${number} was published and is not there`);
    latest = { number, jurisdiction: withCalendar(jurisdiction, found.calendar) };
    return latest.jurisdiction;
  };
}
