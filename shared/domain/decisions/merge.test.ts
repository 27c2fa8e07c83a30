import { describe, expect, it } from 'vitest';
import { aCase, anActor } from '../../../test/support/case-builder.ts';
import { after, agent, decided, logged } from '../../../test/support/case-story.ts';
import { suitsAsMergeTarget } from './merge.ts';

const other = 'b'.repeat(26);
const merge = { by: agent, at: '2020-03-05 10:00', with: { into: other } };

describe('merging', () => {
  const current = logged({ at: '2020-03-05 09:00' });

  it('closes the duplicate and says of what', () =>
    expect(after(current, 'merge', merge)).toMatchObject({
      status: 'closed',
      closeReason: 'duplicate',
      mergedInto: other,
    }));

  it('releases what departments still owed', () => {
    const routed = after(current, 'route', { by: agent, at: '2020-03-05 09:04', with: {} });
    expect(after(routed, 'merge', merge).parts).toMatchObject([
      { department: 'SXD', status: 'released' },
    ]);
  });

  it('into itself is refused', () =>
    expect(decided(current, 'merge', { ...merge, with: { into: current.caseId } })).toEqual({
      ok: false,
      error: { code: 'MERGE_TARGET_UNSUITABLE', because: 'ITSELF' },
    }));

  it('is final: a duplicate is not opened again, its original is', () =>
    expect(
      decided(after(current, 'merge', merge), 'reopen', {
        by: anActor('manager'),
        at: '2020-03-06 10:00',
        with: {},
      }),
    ).toEqual({ ok: false, error: { code: 'CASE_IS_DUPLICATE' } }));
});

describe('suitsAsMergeTarget', () => {
  it.each(['received', 'in_progress', 'answered', 'closed'])('takes a case that is %s', (status) =>
    expect(suitsAsMergeTarget(aCase({ status }))).toEqual({ ok: true, value: null }),
  );

  it('refuses a duplicate: two cases cannot stand for each other', () =>
    expect(suitsAsMergeTarget(aCase({ status: 'closed', mergedInto: other }))).toEqual({
      ok: false,
      error: { code: 'MERGE_TARGET_UNSUITABLE', because: 'DUPLICATE' },
    }));
});
