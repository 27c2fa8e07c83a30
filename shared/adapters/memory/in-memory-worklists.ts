import type { Case, Instant, Part } from '../../domain/case.ts';
import type { SlaRules } from '../../domain/sla-rules.ts';
import { ownerOf, partListStatus, worklistDueAt, worklistPlace } from '../../domain/worklist.ts';
import type {
  WorklistPage,
  WorklistQuestion,
  WorklistRow,
  Worklists,
} from '../../ports/worklists.ts';
import type { InMemoryCaseRepository } from './in-memory-case-repository.ts';

/** Lists made anew from every case for each question. */
export class InMemoryWorklists implements Worklists {
  readonly #cases: InMemoryCaseRepository;
  readonly #sla: SlaRules;

  constructor(cases: InMemoryCaseRepository, sla: SlaRules) {
    this.#cases = cases;
    this.#sla = sla;
  }

  list({ jurisdictionId, owner, status, ...page }: WorklistQuestion): Promise<WorklistPage> {
    const { limit, after = '', dueBefore = '~' } = page;
    const rows = this.#cases
      .all()
      .filter(({ case: current }) => current.jurisdictionId === jurisdictionId)
      .flatMap(({ case: current, atRiskAt: { [owner]: atRiskAt = null } }) => [
        ...(ownerOf(current) === owner ? this.#leadRows(current, atRiskAt) : []),
        ...current.parts.flatMap((part) =>
          part.department === owner ? partRows(current, part, atRiskAt) : [],
        ),
      ])
      .filter((row) => row.status === status && row.dueAt < dueBefore && worklistPlace(row) > after)
      .sort((a, b) => (worklistPlace(a) < worklistPlace(b) ? -1 : 1));
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const next = rows.length > limit && last !== undefined ? worklistPlace(last) : undefined;
    return Promise.resolve({ rows: shown, next });
  }

  #leadRows(current: Case, atRiskAt: Instant | null): WorklistRow[] {
    const dueAt = worklistDueAt(current, this.#sla);
    if (dueAt === undefined) return [];
    const { status } = current;
    return [{ ...shownOf(current), status, dueAt, atRiskAt, as: 'lead', partStatus: null }];
  }
}

function partRows(current: Case, part: Part, atRiskAt: Instant | null): WorklistRow[] {
  const status = partListStatus(current, part);
  if (status === undefined) return [];
  const { dueAt, status: partStatus } = part;
  const shown = { ...shownOf(current), ...(partStatus !== 'open' && stopped(current)) };
  return [{ ...shown, status, dueAt, atRiskAt, as: 'supporting', partStatus }];
}

/** What was given has no clock any more. */
const stopped = ({ receivedAt }: Case) => ({ clockStartedAt: receivedAt, waiting: [] });

const shownOf = (current: Case) => {
  const { caseId, trackingCode, version, channel, priority, receivedAt } = current;
  const { class: caseClass, serviceCode, areaCode, summary, clockStartedAt, waiting } = current;
  const codes = { class: caseClass, serviceCode, areaCode, summary };
  const clock = { clockStartedAt, waiting };
  return { caseId, trackingCode, version, channel, priority, receivedAt, ...codes, ...clock };
};
