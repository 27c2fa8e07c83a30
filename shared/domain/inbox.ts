import type { AreaCode } from './area.ts';
import type { CaseStatus } from './case.ts';
import type { Priority } from './channel.ts';
import type { RunningState } from './clock-readings.ts';
import type { Jurisdiction } from './jurisdiction-lookups.ts';
import type { ServiceCode } from './service-catalog.ts';
import { foldVietnamese } from './text/fold.ts';

/**
 * The lists of a department's inbox. Each of its cases is in one of `new`, `in_work`, `waiting` and `answered`;
 * `at_risk` and `late` pick those of the first two by their clock.
 */
export const INBOX_LISTS = ['new', 'in_work', 'waiting', 'at_risk', 'late', 'answered'] as const;
export type InboxList = (typeof INBOX_LISTS)[number];

/** Under which statuses the rows of a list are kept. */
export const inboxStatuses = {
  new: ['routed'],
  in_work: ['in_progress'],
  // A part stays with the work while the lead's case waits for the citizen, but its clock stands still too.
  waiting: ['awaiting_citizen', 'in_progress'],
  at_risk: ['routed', 'in_progress'],
  late: ['routed', 'in_progress'],
  answered: ['answered'],
} as const satisfies Record<InboxList, readonly CaseStatus[]>;

interface Listed {
  readonly status: CaseStatus;
  /** Null when no clock runs. */
  readonly state: RunningState | null;
}

/** The lists that a row is in at the moment of which `state` is. */
export function inboxListsOf({ status, state }: Listed): readonly InboxList[] {
  if (status === 'answered') return ['answered'];
  if (state === 'paused' || status === 'awaiting_citizen') return ['waiting'];
  const own: InboxList = status === 'routed' ? 'new' : 'in_work';
  if (state === 'missed') return [own, 'late'];
  return state === 'at_risk' ? [own, 'at_risk'] : [own];
}

/** What a reader narrows a list down to; what is left out makes no difference. */
export interface InboxFilter {
  readonly serviceCode?: ServiceCode | undefined;
  /** A district stands for all its communes and wards. */
  readonly areaCode?: AreaCode | undefined;
  readonly priority?: Priority | undefined;
  readonly as?: 'lead' | 'supporting' | undefined;
  /** In the tracking code or the summary; marks and case make no difference. */
  readonly words?: string | undefined;
}

interface Filtered {
  readonly serviceCode: ServiceCode | null;
  readonly areaCode: AreaCode | null;
  readonly priority: Priority;
  readonly as: 'lead' | 'supporting';
  readonly trackingCode: string;
  readonly summary: string | null;
}

/** Whether a row is among those that the reader asked for. */
export function inboxFilter(
  asked: InboxFilter,
  { areas }: Pick<Jurisdiction, 'areas'>,
): (row: Filtered) => boolean {
  const words = foldVietnamese(asked.words ?? '');
  const isThere = (code: AreaCode): boolean => {
    const districts: readonly string[] = areas.get(code)?.districtCodes ?? [];
    return code === asked.areaCode || districts.includes(asked.areaCode ?? '');
  };
  return (row) =>
    isAsked(asked.serviceCode, row.serviceCode) &&
    isAsked(asked.priority, row.priority) &&
    isAsked(asked.as, row.as) &&
    (asked.areaCode === undefined || (row.areaCode !== null && isThere(row.areaCode))) &&
    foldVietnamese(`${row.trackingCode} ${row.summary ?? ''}`).includes(words);
}

const isAsked = (asked: string | undefined, value: string | null): boolean =>
  asked === undefined || asked === value;
