import type { Case, CaseId, JurisdictionId } from '../domain/case.ts';
import { latestRound } from '../domain/case.ts';
import type { EventType } from '../domain/case-events.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import type { PersonalData } from '../domain/personal-data.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { judgingEndsAt } from '../domain/sla.ts';
import { parseTrackingCode } from '../domain/tracking-code.ts';
import type { CaseRepository } from '../ports/case-repository.ts';
import type { CaseKeys } from '../ports/keys.ts';
import type { CaseFinder } from '../ports/worklists.ts';
import { findIncident } from './find-incident.ts';
import { unseal } from './read-case.ts';

/** What the holder of a tracking code sees of a case. */
export interface TrackedCase {
  readonly case: Case;
  /** What is worked on for it: the case itself, or the incident that it was merged into. */
  readonly incident: Case;
  /** Words of the latest answer to the incident. */
  readonly answer: string | null;
  /** Words of the question that the case waits on. */
  readonly question: string | null;
  readonly judgeBefore: string | null;
  /** For the owner's eyes only, after proof (`prove-owner`). */
  readonly personalData: PersonalData;
}

export type NotFound = { readonly code: 'CASE_NOT_FOUND' };
export interface TrackingInput {
  readonly jurisdictionId: JurisdictionId;
  readonly trackingCode: string;
}
export type FindTracked = (input: TrackingInput) => Promise<Result<CaseId, NotFound>>;
export type TrackCase = (input: TrackingInput) => Promise<Result<TrackedCase, NotFound>>;

export interface TrackCasePorts {
  readonly finder: CaseFinder;
  readonly cases: CaseRepository;
  readonly keys: CaseKeys;
  readonly jurisdiction: Jurisdiction;
}

/** A mistyped code and an unknown one give the same answer. */
export const createFindTracked =
  ({ finder }: Pick<TrackCasePorts, 'finder'>): FindTracked =>
  async ({ jurisdictionId, trackingCode }) => {
    const code = parseTrackingCode(trackingCode);
    const caseId = code.ok ? await finder.byTrackingCode(jurisdictionId, code.value) : undefined;
    return caseId === undefined ? err({ code: 'CASE_NOT_FOUND' }) : ok(caseId);
  };

export const createTrackCase =
  (ports: TrackCasePorts): TrackCase =>
  async (input) => {
    const caseId = await createFindTracked(ports)(input);
    if (!caseId.ok) return caseId;
    const stored = await ports.cases.dossier(input.jurisdictionId, caseId.value);
    if (stored === undefined) return err({ code: 'CASE_NOT_FOUND' });
    const { personalData, history } = await unseal(stored, ports.keys);
    const lastText = (type: EventType) =>
      history.findLast(({ event }) => event.body.type === type)?.text ?? null;
    const { case: current } = stored;
    const incident = await findIncident(current, ports.cases);
    return ok({
      case: current,
      incident,
      answer:
        incident.caseId === caseId.value
          ? lastText('CaseAnswered')
          : await answerOf(incident, ports),
      question: current.status === 'awaiting_citizen' ? lastText('CitizenAsked') : null,
      judgeBefore: judgeBefore(current, ports.jurisdiction),
      personalData,
    });
  };

/** Its own citizen's words stay closed to whoever follows it. */
async function answerOf(
  { jurisdictionId, caseId }: Case,
  { cases, keys }: TrackCasePorts,
): Promise<string | null> {
  const stored = await cases.dossier(jurisdictionId, caseId);
  const answer = stored?.events.findLast(({ event }) => event.body.type === 'CaseAnswered');
  if (stored === undefined || answer?.sealedText == null) return null;
  return (await keys.open({ jurisdictionId, caseId }, stored.wrappedKey)).unseal(answer.sealedText);
}

function judgeBefore(current: Case, { sla }: Jurisdiction): string | null {
  const round = latestRound(current);
  return current.status !== 'answered' || round === undefined
    ? null
    : judgingEndsAt(sla, new Date(round.answeredAt)).toISOString();
}
