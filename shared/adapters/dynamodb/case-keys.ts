import { createHash } from 'node:crypto';
import type { Case, CaseId, CaseStatus, JurisdictionId, Part } from '../../domain/case.ts';
import type { SlaRules } from '../../domain/sla-rules.ts';
import { ownerOf, partListStatus, runningDueAt, worklistDueAt } from '../../domain/worklist.ts';
import type { WorklistOwner } from '../../ports/worklists.ts';

/** The keys of the `cases` table; docs/access-patterns.md says who asks for what. */
export const HEAD = 'state#head';
export const PERSONAL = 'personal';
export const PART_PREFIX = 'state#part#';
export const EVENT_PREFIX = 'event#';

/**
 * A key takes 1,000 writes a second. At the design peak of 1,000 new cases a second the desk's queue takes two writes
 * a case and the deadlines one; departments have their own keys and need no shards.
 */
export const DESK_SHARDS = 4;
export const DUE_SHARDS = 4;
/** Six digits: no case has a million events. They keep versions in order as text. */
const VERSION_DIGITS = 6;

export const casePartition = (jurisdictionId: JurisdictionId, caseId: CaseId): string =>
  `${jurisdictionId}#case#${caseId}`;

export const eventSort = (version: number): string =>
  `${EVENT_PREFIX}${String(version).padStart(VERSION_DIGITS, '0')}`;

export const partSort = ({ department }: Pick<Part, 'department'>): string =>
  `${PART_PREFIX}${department}`;

export const trackingPartition = (jurisdictionId: JurisdictionId, trackingCode: string): string =>
  `${jurisdictionId}#tracking#${trackingCode}`;

export const callerPartition = (jurisdictionId: JurisdictionId, callerIndex: string): string =>
  `${jurisdictionId}#caller#${callerIndex}`;

/** Every partition that an owner's list is spread over. */
export const worklistPartitions = (
  jurisdictionId: JurisdictionId,
  owner: WorklistOwner,
): string[] =>
  owner === 'desk'
    ? Array.from({ length: DESK_SHARDS }, (_, shard) => `${jurisdictionId}#work#desk#${shard}`)
    : [`${jurisdictionId}#work#${owner}`];

export const worklistSort = (status: CaseStatus, dueAt: string, caseId: CaseId): string =>
  `${status}#${dueAt}#${caseId}`;

type Keys = Readonly<Record<string, string>>;

/** Index keys of a head. A key that is absent keeps the row out of that index. */
export function headKeys(current: Case, sla: SlaRules): Keys {
  const { jurisdictionId, caseId, trackingCode, status } = current;
  const dueAt = worklistDueAt(current, sla);
  const running = runningDueAt(current);
  const shard = shardOf(caseId, DESK_SHARDS);
  const owner = ownerOf(current);
  return {
    tpk: trackingPartition(jurisdictionId, trackingCode),
    ...(dueAt !== undefined && {
      wpk: worklistPartitions(jurisdictionId, owner)[owner === 'desk' ? shard : 0] ?? '',
      wsk: worklistSort(status, dueAt, caseId),
    }),
    ...(running !== undefined && dueKeys(current, running)),
  };
}

/** Index keys of a supporting department's part. */
export function partKeys(current: Case, part: Part): Keys {
  const { jurisdictionId, caseId, status } = current;
  const listStatus = status === 'closed' ? undefined : partListStatus(part);
  const running = part.status === 'open' && runningDueAt(current) !== undefined;
  return {
    ...(listStatus !== undefined && {
      wpk: `${jurisdictionId}#work#${part.department}`,
      wsk: worklistSort(listStatus, part.dueAt, caseId),
    }),
    ...(running && dueKeys(current, part.dueAt, part.department)),
  };
}

function dueKeys({ jurisdictionId, caseId }: Case, dueAt: string, department = ''): Keys {
  return {
    dpk: `${jurisdictionId}#due#${shardOf(caseId, DUE_SHARDS)}`,
    dsk: `${dueAt}#${caseId}${department === '' ? '' : `#${department}`}`,
  };
}

const shardOf = (caseId: CaseId, shards: number): number =>
  (createHash('sha256').update(caseId).digest()[0] ?? 0) % shards;
