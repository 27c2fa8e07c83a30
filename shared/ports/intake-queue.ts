import type { IntakeMessage } from '../domain/intake.ts';
import type { Result } from '../domain/result.ts';

/** Sending stopped: messages before this place are queued, those from it on may not be. */
export interface IntakeNotQueued {
  readonly code: 'INTAKE_NOT_QUEUED';
  readonly at: number;
  /** What the queue called it. */
  readonly because: string;
}

/** Messages that wait for the machine to look at them. Any of them may come twice, and late. */
export interface IntakeQueue {
  queue(messages: readonly IntakeMessage[]): Promise<Result<null, IntakeNotQueued>>;
}
