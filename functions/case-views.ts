import type { Actor } from '../shared/domain/actor.ts';
import type { Case } from '../shared/domain/case.ts';
import { allowedActions } from '../shared/domain/case-lifecycle.ts';
import { ok, type Result } from '../shared/domain/result.ts';
import type { Reply } from '../shared/platform/api-handler.ts';
import type { Dossier } from '../shared/usecases/read-case.ts';

/** The deployment's own jurisdiction need not be repeated in every answer. */
export const caseBody = ({ jurisdictionId: _, ...body }: Case) => body;

/** A changed case and what its reader may do with it now; the version goes out as the ETag. */
export const changedReply = <E>(result: Result<Case, E>, by: Actor): Result<Reply, E> =>
  result.ok
    ? ok({
        version: result.value.version,
        body: { case: caseBody(result.value), allowedActions: allowedActions(result.value, by) },
      })
    : result;

export const dossierReply = <E>(result: Result<Dossier, E>): Result<Reply, E> => {
  if (!result.ok) return result;
  const { history, case: current, ...rest } = result.value;
  return ok({
    version: current.version,
    body: {
      case: caseBody(current),
      ...rest,
      history: history.map(({ event: { version, at, by, status, body }, workedMs, text }) => ({
        version,
        at,
        by,
        status,
        event: body,
        workedMs,
        text,
      })),
    },
  });
};
