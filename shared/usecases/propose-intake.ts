import { SYSTEM } from '../domain/actor.ts';
import type { DistrictCode } from '../domain/area.ts';
import type { Case } from '../domain/case.ts';
import type { EventBody } from '../domain/case-events.ts';
import type { Command } from '../domain/decide.ts';
import { isForIntake, isTooLate, loggedAs } from '../domain/intake.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { err, ok } from '../domain/result.ts';
import type { CaseRepository, StoredDossier } from '../ports/case-repository.ts';
import type { CaseKeys, CaseRef } from '../ports/keys.ts';
import type { NoOpinion } from '../ports/second-opinion.ts';
import type { Clock } from '../ports/system.ts';
import type { ChangeCase, ChangeCaseError } from './change-case.ts';
import { type IntakeProposalPorts, proposeForMessage } from './intake-proposal.ts';
import { unseal } from './read-case.ts';

/** ROUTED: it went to its departments. WAITS: the desk has it, with the proposal. DECIDED: somebody was faster. */
export interface IntakeDone {
  readonly outcome: 'ROUTED' | 'WAITS' | 'DECIDED';
  /** Why it was not routed. */
  readonly because: string | null;
  readonly noOpinion: NoOpinion | null;
}

export type ProposeIntake = (of: CaseRef) => Promise<IntakeDone>;

export interface ProposeIntakePorts extends IntakeProposalPorts {
  readonly cases: Pick<CaseRepository, 'dossier'>;
  readonly keys: CaseKeys;
  readonly changeCase: ChangeCase;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
}

/**
 * Says what the machine thinks of a message and, where the jurisdiction and its own certainty allow, routes it. The case says
 * what is left to do, and each step is written on the version that it was decided on: repeated, late or side by side with
 * another it does nothing twice, and whoever acts on the case first has it.
 */
export const createProposeIntake =
  (ports: ProposeIntakePorts): ProposeIntake =>
  async (of) => {
    const dossier = await ports.cases.dossier(of.jurisdictionId, of.caseId);
    if (dossier === undefined || !isLeftToMachine(dossier, ports.jurisdiction)) {
      return { outcome: 'DECIDED', because: 'NOT_LEFT_TO_MACHINE', noOpinion: null };
    }
    const said = saidBefore(dossier);
    return said === undefined
      ? sayAndRoute(dossier, ports)
      : routeAsSaid(dossier.case, said, ports);
  };

/** Nobody has looked at it: whatever happened since it was logged, the system did. */
function isLeftToMachine(
  { case: { status }, events: [first, ...since] }: StoredDossier,
  { intake }: Jurisdiction,
): boolean {
  if (first?.event.body.type !== 'CaseLogged') return false;
  return (
    status === 'received' &&
    isForIntake(loggedAs(first.event.body), intake) &&
    since.every(({ event }) => event.by.role === 'system')
  );
}

type Said = Pick<Extract<EventBody, { type: 'CaseProposed' }>, 'proposed' | 'waits'>;

/** A try before this one came so far. */
function saidBefore({ events }: StoredDossier): Said | undefined {
  const bodies = events.map(({ event }) => event.body);
  return bodies.find((body) => body.type === 'CaseProposed');
}

async function sayAndRoute(dossier: StoredDossier, ports: ProposeIntakePorts): Promise<IntakeDone> {
  const { personalData } = await unseal(dossier, ports.keys);
  const { command, districtCode, noOpinion } = await proposeForMessage(
    { current: dossier.case, personalData },
    ports,
  );
  const stored = await act(dossier.case, { action: 'propose', ...command }, ports);
  const said = { ...command, districtCode };
  const done = stored.ok ? await routeAsSaid(stored.value, said, ports) : notDone(stored.error);
  return { ...done, noOpinion };
}

async function routeAsSaid(
  current: Case,
  { proposed, waits, districtCode }: Said & { readonly districtCode?: DistrictCode | undefined },
  ports: ProposeIntakePorts,
): Promise<IntakeDone> {
  const { clock, jurisdiction } = ports;
  if (waits !== null) return waiting(waits);
  if (isTooLate(current.receivedAt, clock.now(), jurisdiction.intake)) return waiting('TOO_LATE');
  const classified = await classify(current, proposed, ports);
  if (!classified.ok) return notDone(classified.error);
  const routed = await act(classified.value, { action: 'route', districtCode }, ports);
  return routed.ok ? { outcome: 'ROUTED', because: null, noOpinion: null } : notDone(routed.error);
}

async function classify(
  current: Case,
  { service, area }: Said['proposed'],
  ports: ProposeIntakePorts,
): ReturnType<ChangeCase> {
  if (current.serviceCode !== null) return ok(current);
  const serviceCode = service ?? undefined;
  const areaCode = area ?? undefined;
  return act(current, { action: 'classify', serviceCode, areaCode }, ports);
}

/**
 * One step further. Where another try of the same message took it, the case comes back as it is by now: only if nothing else
 * has happened since is there a next step.
 */
async function act(
  { jurisdictionId, caseId, version }: Case,
  command: Command,
  { changeCase }: ProposeIntakePorts,
): ReturnType<ChangeCase> {
  const step = { jurisdictionId, caseId, command, by: SYSTEM, expectedVersion: version };
  const changed = await changeCase(step);
  return changed.ok && changed.value.version !== version + 1
    ? err({ code: 'VERSION_CONFLICT', currentVersion: changed.value.version })
    : changed;
}

/** Refused on the version that somebody else has made, or on what they have made of it: theirs is the case. */
const FASTER: ReadonlySet<string> = new Set([
  'VERSION_CONFLICT',
  'TRANSITION_REFUSED',
  'ALREADY_PROPOSED',
  'CASE_NOT_FOUND',
]);

const notDone = ({ code }: ChangeCaseError): IntakeDone =>
  FASTER.has(code) ? { outcome: 'DECIDED', because: code, noOpinion: null } : waiting(code);

const waiting = (because: string): IntakeDone => ({ outcome: 'WAITS', because, noOpinion: null });
