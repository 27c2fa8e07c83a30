import type { Actor } from '../domain/actor.ts';
import type { Case, CaseId, JurisdictionId } from '../domain/case.ts';
import { type CaseAction, allowedActions } from '../domain/case-lifecycle.ts';
import { type ClockReading, clockReadings } from '../domain/clock-readings.ts';
import type { CaseEvent } from '../domain/case-events.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { localTimeIn } from '../domain/local-time.ts';
import { canSee, identityVisible } from '../domain/permissions.ts';
import { PersonalData, wordsOf } from '../domain/personal-data.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { workingTimeBetween } from '../domain/working-time.ts';
import { serviceOf } from '../domain/decisions/classify-and-route.ts';
import { routingFacts } from '../domain/routing-facts.ts';
import type { RoutingFacts } from '../domain/routing-rule-match.ts';
import { proposeRoute, type RouteProposal } from '../domain/routing.ts';
import type { CaseRepository, StoredCase, StoredDossier } from '../ports/case-repository.ts';
import type { CaseKey, CaseKeys } from '../ports/keys.ts';
import type { Clock } from '../ports/system.ts';

/** A case with its history and words, as far as one reader may see them. */
export interface Dossier {
  readonly case: Case;
  readonly allowedActions: readonly CaseAction[];
  readonly proposal: RouteProposal;
  readonly citizen: Pick<PersonalData, 'name' | 'phone' | 'email' | 'address'> | null;
  readonly description: string;
  readonly place: string | null;
  readonly clocks: readonly (ClockReading & { readonly dueAtLocal: string })[];
  readonly history: readonly {
    readonly event: CaseEvent;
    readonly text: string | null;
    /** Working time since the case was received; null where the calendar does not reach. */
    readonly workedMs: number | null;
  }[];
}

export type ReadCase = (input: {
  readonly jurisdictionId: JurisdictionId;
  readonly caseId: CaseId;
  readonly by: Actor;
}) => Promise<Result<Dossier, { readonly code: 'CASE_NOT_FOUND' }>>;

export interface ReadCasePorts {
  readonly cases: CaseRepository;
  readonly keys: CaseKeys;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
}

/** A foreign case and a missing one give the same answer. */
export const createReadCase =
  ({ cases, keys, clock, jurisdiction }: ReadCasePorts): ReadCase =>
  async ({ jurisdictionId, caseId, by }) => {
    const stored = await cases.dossier(jurisdictionId, caseId);
    if (stored === undefined || !canSee(by, stored.case)) return err({ code: 'CASE_NOT_FOUND' });
    const { personalData, history } = await unseal(stored, keys);
    const { description, place, ...citizen } = personalData;
    const local = localTimeIn(jurisdiction.calendarData);
    return ok({
      case: stored.case,
      allowedActions: allowedActions(stored.case, by),
      proposal: proposalFor(stored.case, { words: wordsOf(personalData) }, jurisdiction),
      clocks: clockReadings(stored.case, clock.now(), jurisdiction).map((reading) => ({
        ...reading,
        dueAtLocal: local(new Date(reading.dueAt)),
      })),
      citizen: identityVisible(by, jurisdiction.sla) ? citizen : null,
      description,
      place,
      history: history.map((entry) => ({
        ...entry,
        workedMs: workedMs(stored.case, entry.event, jurisdiction),
      })),
    });
  };

function workedMs({ receivedAt }: Case, { at }: CaseEvent, { calendar }: Jurisdiction) {
  const worked = workingTimeBetween(calendar(), new Date(receivedAt), new Date(at));
  return worked.ok ? worked.value : null;
}

/** Whom the rules and the catalogue would send it to, as the case stands. */
export function proposalFor(
  current: Case,
  told: Pick<RoutingFacts, 'words' | 'districtCode'>,
  jurisdiction: Jurisdiction,
): RouteProposal {
  const service = serviceOf(current, jurisdiction);
  return service === undefined
    ? { decided: false, because: 'NOT_CLASSIFIED', rule: null }
    : proposeRoute(routingFacts(current, service, told), jurisdiction);
}

/** What the citizen told, for those who decide by it and show nothing of it. */
export const openWords = async (stored: StoredCase, keys: KeyOpener): Promise<string> =>
  wordsOf(await openPersonalData(stored, keys));

/** All that is sealed of the citizen, for those who must take it out of their words. */
export async function openPersonalData(stored: StoredCase, keys: KeyOpener): Promise<PersonalData> {
  return personalDataOf(stored, await keyOf(stored, keys));
}

type KeyOpener = Pick<CaseKeys, 'open'>;

/** Opens the case's key once for everything that was written. */
export async function unseal(stored: StoredDossier, keys: CaseKeys) {
  const key = await keyOf(stored, keys);
  return {
    personalData: personalDataOf(stored, key),
    history: stored.events.map(({ event, sealedText }) => ({
      event,
      text: sealedText === null ? null : key.unseal(sealedText),
    })),
  };
}

const keyOf = (
  { case: { jurisdictionId, caseId }, wrappedKey }: StoredCase,
  keys: KeyOpener,
): Promise<CaseKey> => keys.open({ jurisdictionId, caseId }, wrappedKey);

const personalDataOf = ({ sealedPersonalData }: StoredCase, key: CaseKey): PersonalData =>
  PersonalData.parse(JSON.parse(key.unseal(sealedPersonalData)));
