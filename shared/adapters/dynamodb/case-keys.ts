import { createHash } from 'node:crypto';
import {
  type Case,
  type CaseId,
  type CaseStatus,
  Instant,
  type JurisdictionId,
  type Part,
} from '../../domain/case.ts';
import type { AreaCode } from '../../domain/area.ts';
import type { DepartmentCode } from '../../domain/department.ts';
import type { SlaRules } from '../../domain/sla-rules.ts';
import { ownerOf, partListStatus, worklistDueAt, worklistPlace } from '../../domain/worklist.ts';
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
  /** Of the cases whose place is not known. */
  readonly unplaced: number;
}
/**
 * A key takes 1,000 writes a second; half of that is the budget. At the design peak of 1,000 new cases a second the
 * desk's queue takes two writes a case (in, out), and the wake queue four: in, on after the hand-off, on once more as
 * a deadline comes near, out. Departments have keys of their own and need no shards. More shards may be set at any time; fewer would leave rows behind that nobody reads.
 */
export const DEFAULT_SHARDS: Shards = { desk: 4, due: 8, unplaced: 4 };

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

/** Whose reminders the events of alarms are. */
export const reminderPartition = (jurisdictionId: JurisdictionId, audience: string): string =>
  `${jurisdictionId}#remind#${audience}`;

export const worklistSort = (status: CaseStatus, dueAt: string, caseId: CaseId): string =>
  `${status}#${worklistPlace({ dueAt, caseId })}`;

type Keys = Readonly<Record<string, string>>;

/** Index keys of a head. A key that is absent keeps the row out of that index. */
export function headKeys(
  current: Case,
  wakeAt: Instant | null,
  { sla, shards = DEFAULT_SHARDS }: Listing,
): Keys {
  const { jurisdictionId, caseId, trackingCode, status } = current;
  const dueAt = worklistDueAt(current, sla);
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
    ...wakeKeys(current, wakeAt, shards),
    ...placeKeys(current, shards),
  };
}

/** Where a case lies; a duplicate lies with the case that it stands for. */
function placeKeys(current: Case, { unplaced }: Shards): Keys {
  const { jurisdictionId, caseId, areaCode, mergedInto, receivedAt } = current;
  const lsk = `${placeTime(receivedAt)}${caseId}`;
  if (mergedInto !== null) return { lpk: followPartition(jurisdictionId, mergedInto), lsk };
  return areaCode === null
    ? { lpk: unplacedPartition(jurisdictionId, shardOf(caseId, unplaced)), lsk }
    : { lpk: areaPartition(jurisdictionId, areaCode), lsk };
}

const PLACE_TIME_DIGITS = 9;

/** Nine digits of base 36 hold ms until the year 5188; the head has no room for a date that people can read. */
export const placeTime = (at: Instant): string =>
  Date.parse(at).toString(36).padStart(PLACE_TIME_DIGITS, '0');

/** The inverse, from what the index holds. */
export const receivedAtOf = (lsk: string): Instant =>
  new Date(parseInt(lsk.slice(0, PLACE_TIME_DIGITS), 36)).toISOString();

/** Every partition in which the cases of a place lie. */
export const placePartitions = (
  { jurisdictionId, areaCode }: Pick<Case, 'jurisdictionId' | 'areaCode'>,
  { unplaced } = DEFAULT_SHARDS,
): string[] =>
  areaCode === null
    ? Array.from({ length: unplaced }, (_, shard) => unplacedPartition(jurisdictionId, shard))
    : [areaPartition(jurisdictionId, areaCode)];

const areaPartition = (jurisdictionId: JurisdictionId, areaCode: AreaCode): string =>
  `${jurisdictionId}#place#${areaCode}`;

const unplacedPartition = (jurisdictionId: JurisdictionId, shard: number): string =>
  `${jurisdictionId}#place#-#${shard}`;

export const followPartition = (jurisdictionId: JurisdictionId, caseId: CaseId): string =>
  `${jurisdictionId}#follow#${caseId}`;

/** A part that is in no list has no row: all that is true of it stands in the head. */
export const isListed = (current: Case, part: Part): boolean =>
  partListStatus(current, part) !== undefined;

/** Index keys of a supporting department's part; its deadline wakes the case as a whole. */
export function partKeys(current: Case, part: Part): Keys {
  const { jurisdictionId, caseId } = current;
  const status = partListStatus(current, part);
  return status === undefined
    ? {}
    : {
        wpk: departmentPartition(jurisdictionId, part.department),
        wsk: worklistSort(status, part.dueAt, caseId),
      };
}

export const duePartition = (jurisdictionId: JurisdictionId, shard: number): string =>
  `${jurisdictionId}#due#${shard}`;

/** Where a case waits for its next instant; nowhere when it has none. */
export const wakeKeys = (
  { jurisdictionId, caseId }: Pick<Case, 'jurisdictionId' | 'caseId'>,
  wakeAt: Instant | null,
  { due }: Shards,
): Keys =>
  wakeAt === null
    ? {}
    : { dpk: duePartition(jurisdictionId, shardOf(caseId, due)), dsk: `${wakeAt}#${caseId}` };

/** The inverse, from what a head carries. */
export const wakeAtOf = (dsk: unknown): Instant | null =>
  typeof dsk === 'string' ? Instant.parse(dsk.split('#')[0]) : null;

const shardOf = (caseId: CaseId, shards: number): number =>
  (createHash('sha256').update(caseId).digest()[0] ?? 0) % shards;
