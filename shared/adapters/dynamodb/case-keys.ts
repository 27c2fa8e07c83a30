import { createHash } from 'node:crypto';
import type { Case, CaseId, CaseStatus, JurisdictionId, Part } from '../../domain/case.ts';
import type { DepartmentCode } from '../../domain/department.ts';
import type { SlaRules } from '../../domain/sla-rules.ts';
import { ownerOf, partListStatus, runningDueAt, worklistDueAt } from '../../domain/worklist.ts';
import type { WorklistOwner } from '../../ports/worklists.ts';

/** The keys of the `cases` table; docs/access-patterns.md says who asks for what. */
export const HEAD = 'state#head';
export const PERSONAL = 'personal';
export const PART_PREFIX = 'state#part#';
export const EVENT_PREFIX = 'event#';

/** Over how many keys the two lists are spread that every case of the province goes through. */
export interface Shards {
  readonly desk: number;
  readonly due: number;
}
/**
 * A key takes 1,000 writes a second; half of that is the budget. At the design peak of 1,000 new cases a second the
 * desk's queue takes two writes a case (in, out) and the deadlines as many. Departments have keys of their own and
 * need no shards. More shards may be set at any time; fewer would leave rows behind that nobody reads.
 */
export const DEFAULT_SHARDS: Shards = { desk: 4, due: 4 };

/** What decides where a case is listed. */
export interface Listing {
  readonly sla: SlaRules;
  readonly shards?: Shards;
}

/** Six digits: no case has a million events. They keep versions in order as text. */
const VERSION_DIGITS = 6;

export const casePartition = (jurisdictionId: JurisdictionId, caseId: CaseId): string =>
  `${jurisdictionId}#case#${caseId}`;

export const eventSort = (version: number): string =>
  `${EVENT_PREFIX}${String(version).padStart(VERSION_DIGITS, '0')}`;

export const partSort = ({ department }: Pick<Part, 'department'>): string =>
  `${PART_PREFIX}${department}`;

/** One counter an hour of the clock. */
export const attemptsSort = (hour: number): string => `attempts#${hour}`;

export const trackingPartition = (jurisdictionId: JurisdictionId, trackingCode: string): string =>
  `${jurisdictionId}#tracking#${trackingCode}`;

export const callerPartition = (jurisdictionId: JurisdictionId, callerIndex: string): string =>
  `${jurisdictionId}#caller#${callerIndex}`;

/** Every partition that an owner's list is spread over. */
export const worklistPartitions = (
  { jurisdictionId, owner }: { jurisdictionId: JurisdictionId; owner: WorklistOwner },
  { desk } = DEFAULT_SHARDS,
): string[] =>
  owner === 'desk'
    ? Array.from({ length: desk }, (_, shard) => deskPartition(jurisdictionId, shard))
    : [departmentPartition(jurisdictionId, owner)];

const deskPartition = (jurisdictionId: JurisdictionId, shard: number): string =>
  `${jurisdictionId}#work#desk#${shard}`;

const departmentPartition = (jurisdictionId: JurisdictionId, department: DepartmentCode): string =>
  `${jurisdictionId}#work#${department}`;

export const worklistSort = (status: CaseStatus, dueAt: string, caseId: CaseId): string =>
  `${status}#${dueAt}#${caseId}`;

type Keys = Readonly<Record<string, string>>;

/** Index keys of a head. A key that is absent keeps the row out of that index. */
export function headKeys(current: Case, { sla, shards = DEFAULT_SHARDS }: Listing): Keys {
  const { jurisdictionId, caseId, trackingCode, status } = current;
  const dueAt = worklistDueAt(current, sla);
  const running = runningDueAt(current);
  const owner = ownerOf(current);
  return {
    tpk: trackingPartition(jurisdictionId, trackingCode),
    ...(dueAt !== undefined && {
      wpk:
        owner === 'desk'
          ? deskPartition(jurisdictionId, shardOf(caseId, shards.desk))
          : departmentPartition(jurisdictionId, owner),
      wsk: worklistSort(status, dueAt, caseId),
    }),
    ...(running !== undefined && dueKeys(current, `${running}#${caseId}`, shards)),
  };
}

/** A part that is in no list has no row: all that is true of it stands in the head. */
export const isListed = (current: Case, part: Part): boolean =>
  partListStatus(current, part) !== undefined;

/**
 * Index keys of a supporting department's part. Its deadline stays in the index while the case waits for the citizen:
 * whoever acts on a deadline reads the case again first, and that is cheaper than moving every part out and in.
 */
export function partKeys(current: Case, part: Part, { shards = DEFAULT_SHARDS }: Listing): Keys {
  const { jurisdictionId, caseId } = current;
  const { department, dueAt } = part;
  const status = partListStatus(current, part);
  return {
    ...(status !== undefined && {
      wpk: departmentPartition(jurisdictionId, department),
      wsk: worklistSort(status, dueAt, caseId),
    }),
    ...(part.status === 'open' && dueKeys(current, `${dueAt}#${caseId}#${department}`, shards)),
  };
}

const dueKeys = ({ jurisdictionId, caseId }: Case, dsk: string, { due }: Shards): Keys => ({
  dpk: `${jurisdictionId}#due#${shardOf(caseId, due)}`,
  dsk,
});

const shardOf = (caseId: CaseId, shards: number): number =>
  (createHash('sha256').update(caseId).digest()[0] ?? 0) % shards;
