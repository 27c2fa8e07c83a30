import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoDbDetailAttempts } from '../../shared/adapters/dynamodb/detail-attempts.ts';
import { DynamoDbStaffRegister } from '../../shared/adapters/dynamodb/staff-register.ts';
import { InMemoryDetailAttempts } from '../../shared/adapters/memory/in-memory-detail-attempts.ts';
import { InMemoryStaffRegister } from '../../shared/adapters/memory/in-memory-staff-register.ts';
import { aCase, at, jurisdictionId } from '../support/case-builder.ts';
import { type Meter, meter } from '../support/consumed-capacity.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { readUnits } from './case-costs.ts';
import { detailAttemptsContract } from './detail-attempts-contract.ts';
import { staffRegisterContract } from './staff-register-contract.ts';

let dynoxide: Dynoxide;
let capacity: Meter;
beforeAll(async () => {
  dynoxide = await startDynoxide();
  capacity = meter(dynoxide.client);
});
afterAll(() => dynoxide.close());

const emptyTables = () => createTables(dynoxide.client, randomUUID());
const anEmptyRegister = async () =>
  new DynamoDbStaffRegister(dynoxide.client, (await emptyTables()).directory);
const noAttempts = async () =>
  new DynamoDbDetailAttempts(dynoxide.client, (await emptyTables()).cases);

staffRegisterContract('in memory', () => Promise.resolve(new InMemoryStaffRegister()));
staffRegisterContract('in DynamoDB', anEmptyRegister);
detailAttemptsContract('in memory', () => Promise.resolve(new InMemoryDetailAttempts()));
detailAttemptsContract('in DynamoDB', noAttempts);

describe('capacity units', () => {
  it('of knowing who asks', async () => {
    const register = await anEmptyRegister();
    const department = null;
    const subject = '3f0c2a56-1d7b-4f0e-9f3c-5f1a2b3c4d5e';
    const name = 'Nguyễn Thị Thanh Hoa';
    await register.save(jurisdictionId, { subject, name, role: 'agent', department, active: true });
    capacity.reset();
    await register.find(jurisdictionId, subject);
    expect(capacity.units()).toBe(readUnits['who is this']);
  });

  it('of counting an attempt', async () => {
    const attempts = await noAttempts();
    capacity.reset();
    await attempts.allow(aCase(), new Date(at('2020-03-05 09:00')));
    expect(capacity.units()).toBe(1);
  });
});
