import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoDbCalendars } from '../../shared/adapters/dynamodb/calendars.ts';
import { DynamoDbDeadlineMovings } from '../../shared/adapters/dynamodb/deadline-movings.ts';
import {
  InMemoryCalendars,
  InMemoryDeadlineMovings,
} from '../../shared/adapters/memory/in-memory-calendars.ts';
import { jurisdictionId } from '../support/case-builder.ts';
import { type Meter, meter } from '../support/consumed-capacity.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { aPublishing, calendarsContract } from './calendars-contract.ts';

let dynoxide: Dynoxide;
let capacity: Meter;
beforeAll(async () => {
  dynoxide = await startDynoxide();
  capacity = meter(dynoxide.client);
});
afterAll(() => dynoxide.close());

const inDynamoDb = async () => {
  const { client } = dynoxide;
  const { directory } = await createTables(client, randomUUID());
  return {
    calendars: new DynamoDbCalendars(client, directory),
    movings: new DynamoDbDeadlineMovings(client, directory),
  };
};
const inMemory = () => {
  const movings = new InMemoryDeadlineMovings();
  return Promise.resolve({ calendars: new InMemoryCalendars(movings), movings });
};

calendarsContract('in memory', inMemory);
calendarsContract('in DynamoDB', inDynamoDb);

describe('capacity units', () => {
  it('of a process that decides: half a unit a minute, and the calendar once', async () => {
    const { calendars, movings } = await inDynamoDb();
    capacity.reset();
    await calendars.publish(jurisdictionId, aPublishing(1, { moving: true }));
    expect(capacity.units()).toBe(32);
    capacity.reset();
    const number = await calendars.currentNumber(jurisdictionId);
    expect(capacity.units()).toBe(0.5);
    capacity.reset();
    await calendars.find(jurisdictionId, number);
    expect(capacity.units()).toBe(3);
    capacity.reset();
    await movings.find(jurisdictionId);
    expect(capacity.units()).toBe(0.5);
  });
});
