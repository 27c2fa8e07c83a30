import { describe, expect, it } from 'vitest';
import { jurisdiction } from '../../test/support/case-builder.ts';
import { aNewCase } from '../../test/support/case-changes.ts';
import { agent } from '../../test/support/case-story.ts';
import { movableClock } from '../../test/support/delivery-builder.ts';
import { caseIdNumber } from '../../test/support/random-cases.ts';
import { InMemoryCaseKeys } from '../adapters/memory/in-memory-case-keys.ts';
import { InMemoryCaseRepository } from '../adapters/memory/in-memory-case-repository.ts';
import { digest } from '../adapters/system/digest.ts';
import { fingerprintsFrom } from '../adapters/system/hashed-fingerprints.ts';
import type { CaseId } from '../domain/case.ts';
import { createChangeCase } from './change-case.ts';
import { createMergeCase } from './merge-case.ts';

/** Three calls about one thing, and an agent who puts them together. */
async function setup() {
  const cases = new InMemoryCaseRepository();
  const changeCase = createChangeCase({
    cases,
    clock: movableClock(),
    keys: new InMemoryCaseKeys(),
    fingerprints: fingerprintsFrom('the pepper of tests, which is long enough'),
    digest,
    jurisdiction,
  });
  const mergeCase = createMergeCase({ cases, changeCase });
  const call = async (number: number) => {
    const created = await cases.create(await aNewCase({ number }));
    if (!created.ok) throw new Error(created.error.code);
    return created.value;
  };
  const [first, second, third] = [await call(1), await call(2), await call(3)];
  const { jurisdictionId } = first;
  const merge = (caseId: CaseId, into: CaseId) =>
    mergeCase({ jurisdictionId, caseId, into, by: agent, expectedVersion: 1 });
  return { merge, first: first.caseId, second: second.caseId, third: third.caseId };
}

describe('a merge', () => {
  it('gets its answer again, also when what it was merged into has become a duplicate', async () => {
    const { merge, first, second, third } = await setup();
    const merged = await merge(first, second);
    expect(merged).toMatchObject({ ok: true, value: { mergedInto: second, version: 2 } });
    expect(await merge(second, third)).toMatchObject({ ok: true });
    expect(await merge(first, second)).toEqual(merged);
  });

  it('needs a case that is there', async () => {
    const { merge, first } = await setup();
    expect(await merge(first, caseIdNumber(7))).toEqual({
      ok: false,
      error: { code: 'MERGE_TARGET_NOT_FOUND' },
    });
  });

  it('needs a case that is no duplicate', async () => {
    const { merge, first, second, third } = await setup();
    await merge(first, second);
    expect(await merge(third, first)).toEqual({
      ok: false,
      error: { code: 'MERGE_TARGET_UNSUITABLE', because: 'DUPLICATE' },
    });
  });

  it('made on another version says so', async () => {
    const { merge, first, second, third } = await setup();
    await merge(first, second);
    expect(await merge(first, third)).toMatchObject({
      ok: false,
      error: { code: 'VERSION_CONFLICT', currentVersion: 2 },
    });
  });
});
