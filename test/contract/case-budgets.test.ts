import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { digest } from '../../shared/adapters/system/digest.ts';
import { CASE_ACTIONS } from '../../shared/domain/case-lifecycle.ts';
import { DepartmentCode } from '../../shared/domain/department.ts';
import { ServiceCode } from '../../shared/domain/service-catalog.ts';
import { createCountInbox } from '../../shared/usecases/count-inbox.ts';
import { at, jurisdictionId } from '../support/case-builder.ts';
import { type Meter, meter } from '../support/consumed-capacity.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import {
  aLongStory,
  callerIndex,
  changes,
  changesWithParts,
  LOG_WRITE_UNITS,
  readUnits,
  received,
  text,
} from './case-costs.ts';
import { aRoutedStory, type CasePorts, inDynamoDb, StoredStory } from './case-ports.ts';

/*
 * What each step costs in DynamoDB's units; docs/access-patterns.md shows the same numbers. Summaries have 120
 * Vietnamese characters, ids and keys their real length.
 */
let dynoxide: Dynoxide;
let capacity: Meter;
let ports: CasePorts;
beforeAll(async () => {
  dynoxide = await startDynoxide();
  capacity = meter(dynoxide.client);
});
afterAll(() => dynoxide.close());
beforeEach(async () => {
  const { cases: tableName } = await createTables(dynoxide.client, randomUUID());
  ports = inDynamoDb(dynoxide.client, { tableName });
});

const cost = async (call: () => Promise<unknown>): Promise<number> => {
  capacity.reset();
  await call();
  return capacity.units();
};

/** The longest code of the catalogue, in a row that has the longest of everything. */
const matter = {
  serviceCode: ServiceCode.parse('proc-construction-permit'),
  channel: 'open311',
  priority: 'urgent',
} as const;

const WRITE_BUDGET = { log: 11, change: 7 };
/** Two move in the index of places, and one of them looks at a second case; the last, which nobody waits for, moves the case on and lists a reminder. */
const OVER_BUDGET = ['merge', 'unmerge', 'raise-alarm'];

describe('write units', () => {
  it('of a new case are 11, and 2 more when the caller tells a long story', async () => {
    expect(await cost(() => received(ports.cases))).toBe(LOG_WRITE_UNITS);
    const personalData = { description: text.repeat(3) };
    const long = { number: 2, callerIndex, personalData };
    const told = await cost(() => StoredStory.begin(ports.cases, long));
    expect(told).toBe(LOG_WRITE_UNITS + 2);
    expect(LOG_WRITE_UNITS).toBeLessThanOrEqual(WRITE_BUDGET.log);
  });

  it.each([...changes, ...changesWithParts])(
    '$change: $writeUnits',
    async ({ writeUnits, before, act }) => {
      const story = await before(ports.cases);
      expect(await cost(() => act(story))).toBe(writeUnits);
    },
  );

  it('are stated for every action of the lifecycle, and keep to the budget', () => {
    const named = [...changes, ...changesWithParts].map(({ change }) => change.split(',')[0]);
    expect([...new Set(named)].sort()).toEqual([...CASE_ACTIONS, 'route again'].sort());
    const over = changes.filter(({ writeUnits }) => writeUnits > WRITE_BUDGET.change);
    expect(over.map(({ change }) => change)).toEqual(OVER_BUDGET);
  });
});

describe('read units', () => {
  it('of a case that is to be changed', async () => {
    const { caseId } = (await aLongStory(ports.cases)).current;
    const find = () => ports.cases.find(jurisdictionId, caseId);
    expect(await cost(find)).toBe(readUnits['one case, to change it']);
    const eventAt = () => ports.cases.eventAt(jurisdictionId, caseId, 5);
    expect(await cost(eventAt)).toBe(readUnits['one event of a case']);
  });

  it('of a case with a history of ten events and their words', async () => {
    const { caseId, version } = (await aLongStory(ports.cases)).current;
    expect(version).toBe(10);
    const dossier = () => ports.cases.dossier(jurisdictionId, caseId);
    expect(await cost(dossier)).toBe(readUnits['one case with its history']);
  });

  it('of a department’s page of 25 are the same however long the inbox is', async () => {
    const owner = DepartmentCode.parse('TA');
    const question = { jurisdictionId, owner, status: 'routed', limit: 25 } as const;
    const list = () => ports.worklists.list(question);
    const fill = async (from: number, to: number) => {
      for (let number = from; number < to; number += 1) {
        await aRoutedStory(ports.cases, { number, parts: [], matter });
      }
    };
    await fill(2, 28);
    expect(await cost(list)).toBe(readUnits['inbox of a department, page of 25']);
    await fill(28, 60);
    expect(await cost(list)).toBe(readUnits['inbox of a department, page of 25']);
    const clock = { now: () => new Date(at('2020-03-06 09:00')) };
    const count = createCountInbox({ ...ports, clock, digest });
    // 59 rows under one status, none under the three others.
    expect(await cost(() => count({ jurisdictionId, owner }))).toBe(3.5 + 3 * 0.5);
  });

  it('of the desk’s queue are 0.5 a shard while it is as short as it should be', async () => {
    for (let number = 0; number < 12; number += 1) await StoredStory.begin(ports.cases, { number });
    const question = { jurisdictionId, owner: 'desk', status: 'received', limit: 25 } as const;
    const list = () => ports.worklists.list(question);
    expect(await cost(list)).toBe(readUnits['queue of the desk']);
  });

  it('of answers that nobody may judge any more', async () => {
    const owner = DepartmentCode.parse('TA');
    const dueBefore = at('2020-03-05 09:00');
    const question = { jurisdictionId, owner, status: 'answered', limit: 100, dueBefore } as const;
    const list = () => ports.worklists.list(question);
    expect(await cost(list)).toBe(readUnits['answers that nobody may judge now']);
  });

  it('of finding by tracking code or by phone', async () => {
    const { trackingCode } = (await received(ports.cases)).current;
    for (let number = 2; number < 22; number += 1) {
      const day = String(number).padStart(2, '0');
      await StoredStory.begin(ports.cases, { number, at: `2020-03-${day} 09:00`, callerIndex });
    }
    const byCode = () => ports.finder.byTrackingCode(jurisdictionId, trackingCode);
    expect(await cost(byCode)).toBe(readUnits['a case by its tracking code']);
    const byCaller = () => ports.finder.byCaller(jurisdictionId, callerIndex, 20);
    expect(await cost(byCaller)).toBe(readUnits['the last 20 cases of a caller']);
  });
});
