import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoDbDetailAttempts } from '../../shared/adapters/dynamodb/detail-attempts.ts';
import { DynamoDbOpinionBudget } from '../../shared/adapters/dynamodb/opinion-budget.ts';
import { DynamoDbStaffRegister } from '../../shared/adapters/dynamodb/staff-register.ts';
import { InMemoryDetailAttempts } from '../../shared/adapters/memory/in-memory-detail-attempts.ts';
import { InMemoryOpinionBudget } from '../../shared/adapters/memory/in-memory-opinion-budget.ts';
import { InMemoryStaffRegister } from '../../shared/adapters/memory/in-memory-staff-register.ts';
import { aCase, at, jurisdictionId } from '../support/case-builder.ts';
import { type Meter, meter } from '../support/consumed-capacity.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { readUnits } from './case-costs.ts';
import { detailAttemptsContract } from './detail-attempts-contract.ts';
import { opinionBudgetContract } from './opinion-budget-contract.ts';
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

const aBudget = async (dailyLimit: number) => {
  const { directory: tableName } = await emptyTables();
  return new DynamoDbOpinionBudget({ client: dynoxide.client, tableName, dailyLimit });
};

staffRegisterContract('in memory', () => Promise.resolve(new InMemoryStaffRegister()));
staffRegisterContract('in DynamoDB', anEmptyRegister);
detailAttemptsContract('in memory', () => Promise.resolve(new InMemoryDetailAttempts()));
detailAttemptsContract('in DynamoDB', noAttempts);
opinionBudgetContract('in memory', (limit) => Promise.resolve(new InMemoryOpinionBudget(limit)));
opinionBudgetContract('in DynamoDB', aBudget);

describe('capacity units', () => {
  it('of knowing who asks', async () => {
    const register = await anEmptyRegister();
    const department = null;
    const subject = '3f0c2a56-1d7b-4f0e-9f3c-5f1a2b3c4d5e';
    const name = 'Nguyễn Thị Thanh Hoa';
    const member = { subject, name, role: 'agent', department, active: true } as const;
    const by = { id: 'tuan', role: 'admin', department } as const;
    const entered = { at: at('2020-03-05 09:00'), by, kind: 'staff', of: subject } as const;
    await register.save(jurisdictionId, member, { ...entered, before: null, after: member });
    capacity.reset();
    await register.find(jurisdictionId, subject);
    expect(capacity.units()).toBe(readUnits['who is this']);
  });

  it('of counting a second opinion', async () => {
    const budget = await aBudget(5);
    capacity.reset();
    await budget.take({ jurisdictionId, day: '2020-03-05' });
    expect(capacity.units()).toBe(1);
  });

  it('of counting an attempt', async () => {
    const attempts = await noAttempts();
    capacity.reset();
    await attempts.allow(aCase(), new Date(at('2020-03-05 09:00')));
    expect(capacity.units()).toBe(1);
  });
});
