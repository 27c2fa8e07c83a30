import { fillPlaceholders } from '../../shared/domain/placeholders.ts';
import { ApiProblem, type Problem } from '../platform/api-problem.ts';
import type { NextStep, Submission } from './call-plan.ts';

export type Logged = NonNullable<Submission['logged']>;

/** How a call is sent; each throws `ApiProblem`. */
export interface Post {
  readonly log: (submission: Submission) => Promise<Logged>;
  readonly take: (step: NextStep, on: Logged) => Promise<unknown>;
}

export type Delivery =
  | { readonly kind: 'sent'; readonly logged: Logged }
  /** Nobody answered, or nobody could: it is tried again as it is. */
  | { readonly kind: 'later' }
  | { readonly kind: 'refused'; readonly problem: Problem };

/**
 * Logs a call and takes it one step on. Told again with what `kept` was given, it goes on where it was: the key makes
 * one case of however many tries, and the version one step.
 */
export async function deliver(
  submission: Submission,
  post: Post,
  kept: (logged: Logged) => void,
): Promise<Delivery> {
  try {
    const logged = submission.logged ?? (await post.log(submission));
    kept(logged);
    if (submission.then !== null) await post.take(withCode(submission.then, logged), logged);
    return { kind: 'sent', logged };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return isPassing(error) ? { kind: 'later' } : { kind: 'refused', problem: plain(error) };
  }
}

/** An answer that was written before the case had its tracking code. */
const withCode = (step: NextStep, { trackingCode }: Logged): NextStep =>
  step.action === 'answer'
    ? { ...step, body: { text: fillPlaceholders(step.body.text, { trackingCode }) } }
    : step;

/** No answer, too many at once, or a fault of the server: the call itself is not to blame. */
const isPassing = ({ status }: ApiProblem): boolean =>
  status === 0 || status === 429 || status >= 500;

/** Without what an error holds beside, so that it can be kept as text. */
const plain = ({ code, status, title, problems }: ApiProblem): Problem => ({
  code,
  status,
  title,
  problems,
});
