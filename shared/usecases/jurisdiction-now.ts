import type { JurisdictionId } from '../domain/case.ts';
import {
  type Jurisdiction,
  withCalendar,
  withDepartments,
  withRules,
  withServices,
} from '../domain/jurisdiction-lookups.ts';
import type { CalendarStore } from '../ports/calendar-store.ts';
import type { DirectoryLists, ListStore } from '../ports/list-store.ts';
import type { RuleStore } from '../ports/rule-store.ts';
import type { JurisdictionNow } from '../ports/jurisdictions.ts';
import type { Clock } from '../ports/system.ts';

/**
 * How long a process goes on with what it has of the calendar, the departments, the services and the rules. A publication is
 * prepared weeks ahead, so a minute is soon enough, and costs half a read unit for each.
 */
export const CALENDAR_MAX_AGE_MS = 60_000;

type Held<Store> = Pick<Store, Extract<keyof Store, 'currentNumber' | 'find'>>;

export interface JurisdictionPorts {
  readonly calendars: Held<CalendarStore>;
  readonly lists: { readonly [L in keyof DirectoryLists]: Held<DirectoryLists[L]> };
  /** Left out by those who route nothing. */
  readonly rules?: Held<RuleStore>;
  readonly clock: Clock;
  readonly jurisdictionId: JurisdictionId;
  /** As it is bundled with the code. */
  readonly jurisdiction: Jurisdiction;
}

/** Fetches each publication once a process, and compiles a calendar at the first question that it is needed for. */
export function createJurisdictionNow(ports: JurisdictionPorts): JurisdictionNow {
  const { jurisdictionId } = ports;
  const at = createJurisdictionAt(ports);
  const ruled = createRuled(ports);
  let known: { readonly since: number; readonly jurisdiction: Promise<Jurisdiction> } | undefined;
  return () => {
    const now = ports.clock.now().getTime();
    // A clock that was set back must not make an old calendar last.
    if (known !== undefined && Math.abs(now - known.since) < CALENDAR_MAX_AGE_MS) {
      return known.jurisdiction;
    }
    const rules = ruled();
    const dated = ports.calendars.currentNumber(jurisdictionId).then(at);
    const jurisdiction = Promise.all([dated, rules]).then(([of, put]) => put(of));
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

/**
 * The jurisdiction with the calendar of one publication, where 0 is the bundled one, and the departments and services that
 * hold now.
 */
export function createJurisdictionAt({
  calendars,
  lists,
  jurisdictionId,
  jurisdiction,
}: Omit<JurisdictionPorts, 'clock' | 'rules'>): (number: number) => Promise<Jurisdiction> {
  const dated = layer(
    'Calendar',
    (number) => calendars.find(jurisdictionId, number),
    (of, { calendar }) => withCalendar(of, calendar),
  );
  const departed = listLayer(lists.departments, jurisdictionId, withDepartments);
  const served = listLayer(lists.services, jurisdictionId, withServices);
  return async (number) => {
    const puts = await Promise.all([dated(number), departed(), served()]);
    return puts.reduce((of, put) => put(of), jurisdiction);
  };
}

type Put = (of: Jurisdiction) => Jurisdiction;
/** What is bundled comes before every publication, of whatever kind. */
const BUNDLED = 0;

/** Puts one kind of publication into a jurisdiction; the same one comes back while neither changes. */
function layer<Found>(
  name: string,
  find: (number: number) => Promise<Found | undefined>,
  put: (of: Jurisdiction, found: Found) => Jurisdiction,
): (number: number) => Promise<Put> {
  let latest: { readonly number: number; readonly put: Put } | undefined;
  return async (number) => {
    if (number === BUNDLED) return (of) => of;
    if (latest?.number !== number) {
      const found = await find(number);
      if (found === undefined) throw new Error(`${name} ${number} was published and is not there`);
      latest = { number, put: remembering((of) => put(of, found)) };
    }
    return latest.put;
  };
}

function remembering(put: Put): Put {
  let latest: { readonly of: Jurisdiction; readonly made: Jurisdiction } | undefined;
  return (of) => {
    if (latest?.of !== of) latest = { of, made: put(of) };
    return latest.made;
  };
}

function listLayer<Row>(
  list: Held<ListStore<Row>>,
  jurisdictionId: JurisdictionId,
  put: (of: Jurisdiction, rows: readonly Row[]) => Jurisdiction,
): () => Promise<Put> {
  const at = layer(
    'List',
    (number) => list.find(jurisdictionId, number),
    (of, { rows }) => put(of, rows),
  );
  return async () => at(await list.currentNumber(jurisdictionId));
}

function createRuled({ rules, jurisdictionId }: JurisdictionPorts): () => Promise<Put> {
  if (rules === undefined) return () => Promise.resolve((of) => of);
  const at = layer('Rules', (number) => rules.find(jurisdictionId, number), withRules);
  return async () => at(await rules.currentNumber(jurisdictionId));
}
