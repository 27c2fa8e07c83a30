import type { Actor } from '../domain/actor.ts';
import type { AuditEntry } from '../domain/audit.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { JurisdictionId } from '../domain/case.ts';
import type { Digest } from '../domain/hash-chain.ts';
import { changesOf, type ListChange } from '../domain/list-problems.ts';
import type { ListProblem, ListPublication } from '../domain/published-list.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ListVersionConflict } from '../ports/list-store.ts';
import type { Clock } from '../ports/system.ts';
import { type ListKind, readListWorld } from './list-kinds.ts';
import type { RulesPorts } from './publish-rules.ts';

export interface PublishListInput<Row> {
  readonly jurisdictionId: JurisdictionId;
  readonly by: Actor;
  readonly idempotencyKey: string;
  /** Number of the list that the decision was made on. */
  readonly basedOn: number;
  /** The whole list. */
  readonly rows: readonly Row[];
  readonly reason: string;
}

export interface ListInvalid {
  readonly code: 'DIRECTORY_INVALID';
  readonly problems: readonly ListProblem[];
}

export type PublishListError =
  ListInvalid | ListVersionConflict | { readonly code: 'IDEMPOTENCY_KEY_REUSED' };

/** `created` is false when the same request had been served before. */
export type PublishList<Row> = (
  input: PublishListInput<Row>,
) => Promise<
  Result<{ readonly publication: ListPublication; readonly created: boolean }, PublishListError>
>;

export type PublishListPorts = RulesPorts & { readonly clock: Clock; readonly digest: Digest };

interface Coded {
  readonly code: string;
}

/** Puts a list in force, for whatever is decided from a minute later on. Repeating the request changes nothing. */
export const createPublishList =
  <Row extends Coded>(kind: ListKind<Row>, ports: PublishListPorts): PublishList<Row> =>
  async (input) => {
    const { jurisdictionId, basedOn, rows } = input;
    const world = await readListWorld(jurisdictionId, ports);
    const held = kind.heldIn(world.now);
    if (held.number !== basedOn) {
      const currentNumber = held.number;
      const conflict = { code: 'DIRECTORY_VERSION_CONFLICT', currentNumber } as const;
      return servedBefore(input, conflict, { kind, ...ports });
    }
    const change = { before: held.rows, next: rows };
    const problems = kind.problems(change, world);
    if (problems.length > 0) return err({ code: 'DIRECTORY_INVALID', problems });
    const publication: ListPublication = {
      number: held.number + 1,
      publishedAt: ports.clock.now().toISOString(),
      publishedBy: input.by,
      reason: input.reason,
      ...changesOf(change),
      ...fingerprintsOf(input, ports.digest),
    };
    const audit = auditOf(publication, change, kind);
    const published = await kind.store.publish(jurisdictionId, { publication, rows, audit });
    return published.ok
      ? ok({ publication, created: true })
      : servedBefore(input, published.error, { kind, ...ports });
  };

/** A row that came or changed is a change of its own: who looks for a department finds what became of it. */
function auditOf<Row extends Coded>(
  { publishedAt: at, publishedBy: by, number, reason, added, changed }: ListPublication,
  { before, next }: ListChange<Row>,
  { audit: kind }: ListKind<Row>,
): AuditEntry[] {
  const rowIn = (rows: readonly Row[], of: string) => {
    const row = rows.find(({ code }) => code === of);
    return row === undefined ? null : Object.fromEntries(Object.entries(row));
  };
  return [...added, ...changed].map((of) => ({
    ...{ at, by, kind, of },
    before: rowIn(before, of),
    after: { ...rowIn(next, of), number, reason },
  }));
}

const fingerprintsOf = <Row>(
  { by, idempotencyKey, rows, reason }: PublishListInput<Row>,
  digest: Digest,
): Pick<ListPublication, 'requestKey' | 'requestHash'> => ({
  requestKey: digest(canonicalJson({ by: by.id, idempotencyKey })),
  requestHash: digest(canonicalJson({ rows, reason })),
});

/** What followed the list that the caller had read tells whether it was this request that made it. */
async function servedBefore<Row extends Coded>(
  input: PublishListInput<Row>,
  conflict: ListVersionConflict,
  { kind, digest }: { readonly kind: ListKind<Row>; readonly digest: Digest },
): ReturnType<PublishList<Row>> {
  const { requestKey, requestHash } = fingerprintsOf(input, digest);
  const publication = await kind.store.publication(input.jurisdictionId, input.basedOn + 1);
  if (publication?.requestKey !== requestKey) return err(conflict);
  return publication.requestHash === requestHash
    ? ok({ publication, created: false })
    : err({ code: 'IDEMPOTENCY_KEY_REUSED' });
}
