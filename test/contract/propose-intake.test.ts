import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Meter, meter } from '../support/consumed-capacity.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { aMessage, type MessageSituation } from '../support/intake.ts';
import { inDynamoDb, StoredStory } from './case-ports.ts';

let dynoxide: Dynoxide;
let capacity: Meter;
beforeAll(async () => {
  dynoxide = await startDynoxide();
  capacity = meter(dynoxide.client);
});
afterAll(() => dynoxide.close());

/** Among a dozen other matters of the day, as many as are compared. */
async function setup(situation: MessageSituation = {}) {
  const { cases: tableName } = await createTables(dynoxide.client, randomUUID());
  const ports = inDynamoDb(dynoxide.client, { tableName });
  for (let number = 2; number <= 13; number += 1) await StoredStory.begin(ports.cases, { number });
  const message = await aMessage(ports, situation);
  const cost = async () => {
    capacity.reset();
    const { outcome } = await message.proposeIntake(message.of);
    return { outcome, units: capacity.units() };
  };
  return { ...message, cost };
}

describe('a message that the machine looks at', () => {
  it('costs 43.5 units when it routes itself with a supporting department, and a reading when it comes again', async () => {
    const { cost, now } = await setup();
    expect(await cost()).toEqual({ outcome: 'ROUTED', units: 43.5 });
    expect(await now()).toMatchObject({ lead: 'TA', parts: [{ department: 'SXD' }] });
    expect((await cost()).units).toBeLessThanOrEqual(2);
  });

  it('costs 25.5 when it waits for a person', async () => {
    const { cost } = await setup({ certainty: 0.5 });
    expect(await cost()).toEqual({ outcome: 'WAITS', units: 25.5 });
  });
});
