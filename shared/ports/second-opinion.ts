import type { JurisdictionId } from '../domain/case.ts';
import type { Result } from '../domain/result.ts';
import type { Service, ServiceCode } from '../domain/service-catalog.ts';

/** Why there is none. Whoever asked goes on as if nobody had been there to ask. */
export interface NoOpinion {
  readonly code: 'NO_OPINION';
  readonly because:
    | 'OFF'
    | 'CAP_REACHED'
    | 'TIMED_OUT'
    | 'THROTTLED'
    /** It would not say, or said it in words. */
    | 'REFUSED'
    | 'MALFORMED'
    | 'UNKNOWN_SERVICE'
    | 'FAILED';
  /** What the service called it. */
  readonly error?: string | undefined;
}

/** A model elsewhere that is asked about texts of which the classifier is not sure. */
export interface SecondOpinion {
  /** Under which its proposals are counted. */
  readonly id: string;
  /** Which of the services a text is about. The text names nobody any more; answers within its time limit, never throws. */
  ask(question: {
    readonly text: string;
    readonly services: readonly Service[];
  }): Promise<Result<ServiceCode, NoOpinion>>;
}

/** How often one may be asked in a day. */
export interface OpinionBudget {
  /** Counts one more request, unless the day's are used up; two at once never pass the limit together. */
  take(of: { readonly jurisdictionId: JurisdictionId; readonly day: string }): Promise<boolean>;
}
