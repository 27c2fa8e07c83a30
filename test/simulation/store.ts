import { type Case, participants } from '../../shared/domain/case.ts';
import type { CaseEvent } from '../../shared/domain/case-events.ts';
import { loggedAs } from '../../shared/domain/intake.ts';
import type { PublishedEvent } from '../../shared/domain/delivery.ts';
import type { CaseChange, CaseRepository } from '../../shared/ports/case-repository.ts';

/** One committed write, as the stream of the table tells of it. */
export interface Commit {
  readonly case: Case;
  readonly event: CaseEvent;
  readonly published: PublishedEvent;
}

/** The repository behind which a stream grows: what was stored is in it once, in order, whoever heard the answer. */
export function withStream(cases: CaseRepository): {
  readonly repository: CaseRepository;
  readonly stream: readonly Commit[];
} {
  const stream: Commit[] = [];
  const known = new Set<string>();
  const committed = ({ current, next, event }: CaseChange): void => {
    if (known.has(event.hash)) return;
    known.add(event.hash);
    const concerned = [
      ...(current === undefined ? [] : participants(current)),
      ...participants(next),
    ];
    const logged = event.body.type === 'CaseLogged' ? loggedAs(event.body) : undefined;
    stream.push({ case: next, event, published: { event, participants: concerned, logged } });
  };
  const repository: CaseRepository = {
    find: (jurisdictionId, caseId) => cases.find(jurisdictionId, caseId),
    dossier: (jurisdictionId, caseId) => cases.dossier(jurisdictionId, caseId),
    eventAt: (jurisdictionId, caseId, version) => cases.eventAt(jurisdictionId, caseId, version),
    create: async (change) => {
      const created = await cases.create(change);
      if (created.ok) committed(change);
      return created;
    },
    save: async (change) => {
      const saved = await cases.save(change);
      if (saved.ok) committed(change);
      return saved;
    },
  };
  return { repository, stream };
}
