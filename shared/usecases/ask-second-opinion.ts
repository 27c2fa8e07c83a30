import type { JurisdictionId } from '../domain/case.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { localTimeIn } from '../domain/local-time.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ServiceCode } from '../domain/service-catalog.ts';
import { scrub } from '../domain/text/scrub.ts';
import type { NoOpinion, OpinionBudget, SecondOpinion } from '../ports/second-opinion.ts';
import type { Clock } from '../ports/system.ts';

export interface Opinion {
  readonly model: string;
  readonly service: ServiceCode;
}

export type AskSecondOpinion = (question: {
  readonly jurisdictionId: JurisdictionId;
  readonly words: string;
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

/** Sends a text on without what tells who wrote it, within the day's budget. */
export const createAskSecondOpinion =
  ({
    secondOpinion,
    opinionBudget,
    clock,
    jurisdiction,
  }: AskSecondOpinionPorts): AskSecondOpinion =>
  async ({ jurisdictionId, words }) => {
    if (secondOpinion === null) return none('OFF');
    const day = localTimeIn(jurisdiction.calendarData)(clock.now()).slice(0, DAY_LENGTH);
    if (!(await opinionBudget.take({ jurisdictionId, day }))) return none('CAP_REACHED');
    const text = scrub(words).slice(0, MOST_CHARACTERS);
    const services = [...jurisdiction.services.values()];
    const asked = await secondOpinion.ask({ text, services });
    if (!asked.ok) return asked;
    return jurisdiction.services.has(asked.value)
      ? ok({ model: secondOpinion.id, service: asked.value })
      : none('UNKNOWN_SERVICE');
  };

const none = (because: NoOpinion['because']) => err({ code: 'NO_OPINION', because } as const);
