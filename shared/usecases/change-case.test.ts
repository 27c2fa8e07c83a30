import { expect, it } from 'vitest';
import { jurisdiction } from '../../test/support/case-builder.ts';
import { aNewCase } from '../../test/support/case-changes.ts';
import { aCommand, agent } from '../../test/support/case-story.ts';
import { movableClock } from '../../test/support/delivery-builder.ts';
import { InMemoryCaseKeys } from '../adapters/memory/in-memory-case-keys.ts';
import { InMemoryCaseRepository } from '../adapters/memory/in-memory-case-repository.ts';
import { digest } from '../adapters/system/digest.ts';
import { fingerprintsFrom } from '../adapters/system/hashed-fingerprints.ts';
import { createChangeCase } from './change-case.ts';

it('dates nothing before what happened last, wherever the clock of the machine stands', async () => {
  const clock = movableClock('2020-03-05T03:00:00.000Z');
  const cases = new InMemoryCaseRepository();
  const created = await aNewCase({ number: 1, at: '2020-03-05 09:00' });
  await cases.create(created);
  const changeCase = createChangeCase({
    cases,
    clock,
    keys: new InMemoryCaseKeys(),
    fingerprints: fingerprintsFrom('the pepper of tests, which is long enough'),
    digest,
    jurisdiction,
  });
  const { jurisdictionId, caseId } = created.next;
  const asked = await changeCase({
    jurisdictionId,
    caseId,
    command: aCommand('ask-citizen', {}),
    by: agent,
  });
  expect(asked.ok).toBe(true);

  clock.advance(-7200);
  const resumed = await changeCase({
    jurisdictionId,
    caseId,
    command: aCommand('resume', {}),
    by: agent,
  });
  expect(resumed).toMatchObject({
    ok: true,
    value: {
      status: 'received',
      waiting: [{ from: '2020-03-05T03:00:00.000Z', until: '2020-03-05T03:00:00.000Z' }],
    },
  });
});
