import type { JurisdictionId } from '../domain/case.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { localTimeIn } from '../domain/local-time.ts';
import type { PersonalData } from '../domain/personal-data.ts';
import { isActive } from '../domain/department.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ServiceCode } from '../domain/service-catalog.ts';
import { withoutPerson } from '../domain/text/without-person.ts';
import type { NoOpinion, OpinionBudget, SecondOpinion } from '../ports/second-opinion.ts';
import type { Clock } from '../ports/system.ts';

export interface Opinion {
  readonly model: string;
  readonly service: ServiceCode;
}

export type AskSecondOpinion = (question: {
  readonly jurisdictionId: JurisdictionId;
  readonly personalData: PersonalData;
}) => Promise<Result<Opinion, NoOpinion>>;

export interface AskSecondOpinionPorts {
  /** Null where the deployment has none. */
  readonly secondOpinion: SecondOpinion | null;
  readonly opinionBudget: OpinionBudget;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
}

/**
 * Characters that are sent, some 1,000 tokens of Vietnamese: what a message is about stands in its beginning, and each
 * character costs. The catalogue in front of it takes another 3,000.
 */
const MOST_CHARACTERS = 2_000;
/** `2026-11-29`, of an instant in the province's time. */
const DAY_LENGTH = 10;

/** Sends a citizen's words on without what tells who wrote them, within the day's budget. Never throws. */
export const createAskSecondOpinion =
  (ports: AskSecondOpinionPorts): AskSecondOpinion =>
  async ({ jurisdictionId, personalData }) => {
    const { secondOpinion, jurisdiction } = ports;
    if (secondOpinion === null) return none('OFF');
    const refused = await overBudget(jurisdictionId, ports);
    if (refused !== undefined) return refused;
    const text = withoutPerson(personalData, MOST_CHARACTERS);
    const services = [...jurisdiction.services.values()].filter(isActive);
    const asked = await secondOpinion.ask({ text, services });
    if (!asked.ok) return asked;
    return services.some(({ code }) => code === asked.value)
      ? ok({ model: secondOpinion.id, service: asked.value })
      : none('UNKNOWN_SERVICE');
  };

/** Counts the request. A budget that cannot be asked allows nothing: the message goes on without, and costs no more than it may. */
async function overBudget(
  jurisdictionId: JurisdictionId,
  { opinionBudget, clock, jurisdiction }: AskSecondOpinionPorts,
) {
  const day = localTimeIn(jurisdiction.calendarData)(clock.now()).slice(0, DAY_LENGTH);
  try {
    const isTaken = await opinionBudget.take({ jurisdictionId, day });
    return isTaken ? undefined : none('CAP_REACHED');
  } catch (thrown) {
    return none('FAILED', thrown instanceof Error ? thrown.name : typeof thrown);
  }
}

const none = (because: NoOpinion['because'], error?: string) =>
  err({ code: 'NO_OPINION', because, ...(error !== undefined && { error }) } as const);
