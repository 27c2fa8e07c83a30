import {
  type ModelMove,
  numberOf,
  versionThatHolds,
} from '../../shared/domain/learning/model-moves.ts';
import { err, ok } from '../../shared/domain/result.ts';
import { actorOf } from '../../shared/domain/staff.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import type { RulesDeps } from './container.ts';
import type { rulesRoutes } from './routes.ts';

/** A year of trials has 52; the others are asked for one by one. */
const REPORTS_SHOWN = 20;

export type ModelHandlers = Pick<
  Handlers<typeof rulesRoutes>,
  'listModels' | 'getModelReport' | 'rollBackModel'
>;

export const modelHandlers = (deps: RulesDeps): ModelHandlers => {
  const { jurisdictionId, models, reports, bundledVersion: bundled } = deps;
  return {
    listModels: async () => {
      const [{ moves }, latest] = await Promise.all([
        models.moves(jurisdictionId),
        reports.latest(jurisdictionId, REPORTS_SHOWN),
      ]);
      const number = numberOf(moves);
      const version = versionThatHolds(moves, bundled);
      const shown = { moves: moves.map(moveBody), reports: [...latest] };
      return ok({ version: number, body: { number, version, bundled, ...shown } });
    },
    getModelReport: async ({ params: { id } }) => {
      const report = await reports.find(jurisdictionId, id);
      return report === undefined ? err({ code: 'MODEL_REPORT_NOT_FOUND' }) : ok({ body: report });
    },
    rollBackModel: async ({ body, ifMatch: basedOn, idempotencyKey, staff }) => {
      const by = actorOf(staff);
      const input = { jurisdictionId, by, idempotencyKey, basedOn, ...body };
      const rolledBack = await deps.rollBackModel(input);
      if (!rolledBack.ok) return rolledBack;
      const { move, created } = rolledBack.value;
      return ok({ status: created ? 201 : 200, version: move.number, body: moveBody(move) });
    },
  };
};

/** The fingerprints of requests and files stay inside. */
const moveBody = ({ number, version, base, kind, at, by, reason }: ModelMove) => ({
  number,
  version,
  base,
  kind,
  at,
  by,
  reason,
});
