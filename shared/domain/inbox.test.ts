import { describe, expect, it } from 'vitest';
import { jurisdiction } from '../../test/support/case-builder.ts';
import { AreaCode } from './area.ts';
import type { CaseStatus } from './case.ts';
import type { RunningState } from './clock-readings.ts';
import {
  INBOX_LISTS,
  inboxFilter,
  type InboxFilter,
  inboxListsOf,
  inboxStatuses,
} from './inbox.ts';
import { ServiceCode } from './service-catalog.ts';

// Written out by hand: where a department looks for a case.
const rows: readonly [CaseStatus, RunningState | null, readonly string[]][] = [
  ['routed', 'on_track', ['new']],
  ['routed', 'at_risk', ['new', 'at_risk']],
  ['routed', 'missed', ['new', 'late']],
  ['in_progress', 'on_track', ['in_work']],
  ['in_progress', 'at_risk', ['in_work', 'at_risk']],
  ['in_progress', 'missed', ['in_work', 'late']],
  // A part whose lead has asked the citizen.
  ['in_progress', 'paused', ['waiting']],
  ['awaiting_citizen', 'paused', ['waiting']],
  ['answered', null, ['answered']],
];

describe('the lists of an inbox', () => {
  it.each(rows)('%s and %s: %j', (status, state, lists) => {
    expect(inboxListsOf({ status, state })).toEqual(lists);
  });

  it('are found under the statuses that they are read from', () => {
    for (const [status, state] of rows) {
      for (const list of inboxListsOf({ status, state })) {
        expect(inboxStatuses[list], list).toContain(status);
      }
    }
    expect(new Set(rows.flatMap(([, , lists]) => lists))).toEqual(new Set(INBOX_LISTS));
  });
});

describe('a narrowed list', () => {
  const row = {
    serviceCode: ServiceCode.parse('road-damage'),
    areaCode: AreaCode.parse('25966'),
    priority: 'normal',
    as: 'lead',
    trackingCode: 'BD-7K2M-94QX',
    summary: 'Ổ gà trước chợ Lái Thiêu',
  } as const;
  const keeps = (asked: InboxFilter, differing: Partial<typeof row> | { areaCode: null } = {}) =>
    inboxFilter(asked, jurisdiction)({ ...row, ...differing });

  it('holds everything when nothing is asked for', () => {
    expect(keeps({})).toBe(true);
    expect(keeps({ words: ' ', serviceCode: undefined })).toBe(true);
  });

  it('holds what has all that is asked for', () => {
    const asked = { serviceCode: row.serviceCode, priority: 'normal', as: 'lead' } as const;
    expect(keeps(asked)).toBe(true);
    expect(keeps({ ...asked, priority: 'urgent' })).toBe(false);
    expect(keeps({ ...asked, as: 'supporting' })).toBe(false);
    expect(keeps({ serviceCode: ServiceCode.parse('flooding') })).toBe(false);
  });

  it('finds a commune by itself and by its district, and nothing without a place', () => {
    expect(keeps({ areaCode: AreaCode.parse('25966') })).toBe(true);
    expect(keeps({ areaCode: AreaCode.parse('725') })).toBe(true);
    expect(keeps({ areaCode: AreaCode.parse('718') })).toBe(false);
    expect(keeps({ areaCode: AreaCode.parse('725') }, { areaCode: null })).toBe(false);
  });

  it('finds words without their marks, and codes in small letters', () => {
    expect(keeps({ words: 'o ga truoc CHO' })).toBe(true);
    expect(keeps({ words: '7k2m' })).toBe(true);
    expect(keeps({ words: 'đèn đường' })).toBe(false);
  });
});
