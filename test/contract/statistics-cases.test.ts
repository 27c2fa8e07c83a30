import { marshall } from '@aws-sdk/util-dynamodb';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DynamoDbCaseLister } from '../../shared/adapters/dynamodb/case-lister.ts';
import { casePartition, HEAD } from '../../shared/adapters/dynamodb/case-keys.ts';
import { DynamoDbCaseRepository } from '../../shared/adapters/dynamodb/case-repository.ts';
import { readHeadRecord } from '../../shared/adapters/dynamodb/statistics-records.ts';
import type { Case } from '../../shared/domain/case.ts';
import type { CaseEvent } from '../../shared/domain/case-events.ts';
import { createCountCases, createProjectCases } from '../../shared/usecases/project-cases.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { Chance, jurisdiction, jurisdictionId, randomHistory } from '../support/random-cases.ts';
import { expectDeadlinesOf } from './deadlines-support.ts';
import { expectRoutingOf } from './routing-support.ts';
import {
  CaseStore,
  clock,
  context,
  expectFiguresOf,
  inDynamoDb,
  jobsOver,
  statisticsOver,
} from './statistics-support.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.close());

/** An event for a version of a case; the figures do not read it. */
const eventOf = ({ jurisdictionId, caseId, version, status }: Case): CaseEvent => ({
  jurisdictionId,
  caseId,
  version,
  at: '2020-01-01T00:00:00.000Z',
  by: { id: 'test', role: 'agent', department: null },
  status,
  body: { type: 'NoteAdded' },
  textHash: null,
  requestHash: 'r',
  previousHash: null,
  hash: `${caseId}-${version}`,
});

it('what the repository stores, the stream shows and the recount reads are the same cases', async () => {
  const { client, tableNames } = dynoxide;
  const repository = new DynamoDbCaseRepository(client, {
    tableName: tableNames.cases,
    sla: jurisdiction.sla,
  });
  const ports = inDynamoDb({ client, tableName: tableNames.statistics });
  const { ledger } = ports;
  const projectCases = createProjectCases({ ledger, context });
  const history = randomHistory(new Chance(11), 150);
  const latest = new Map<string, Case>();

  for (const next of history) {
    const current = latest.get(next.caseId);
    const change = {
      next,
      event: eventOf(next),
      sealedText: null,
      wakeAt: null,
      likeness: null,
      atRiskAt: {},
    };
    const stored =
      current === undefined
        ? await repository.create({
            ...change,
            current,
            sealedPersonalData: 'AA',
            wrappedKey: 'AA',
            callerIndex: null,
          })
        : await repository.save({ ...change, current });
    expect(stored.ok, JSON.stringify(stored)).toBe(true);
    latest.set(next.caseId, next);
    await projectCases(jurisdictionId, [await streamRecordOf(next)]);
  }

  const { reconcile } = jobsOver({
    ...ports,
    cases: new DynamoDbCaseLister(client, tableNames.cases),
    context,
    projectCases,
    countCases: createCountCases({ ledger, context }),
    clock,
    span: { from: '2019-12-01', to: '2020-12-31' },
  });
  expect(await reconcile(jurisdictionId)).toEqual({
    cases: latest.size,
    behind: 0,
    moving: 0,
    drift: [],
  });
  const days = { from: '2019-12-01', to: '2020-12-31' };
  const cases = new CaseStore().put(...history).all();
  await expectFiguresOf(statisticsOver(ports), cases, days);
  await expectDeadlinesOf(ports, cases, days);
  await expectRoutingOf(ports, cases, days);
});

async function streamRecordOf({ jurisdictionId, caseId }: Case) {
  const { Item } = await dynoxide.client.send(
    new GetCommand({
      TableName: dynoxide.tableNames.cases,
      Key: { pk: casePartition(jurisdictionId, caseId), sk: HEAD },
      ConsistentRead: true,
    }),
  );
  const record = readHeadRecord({ dynamodb: { NewImage: marshall(Item) as never } });
  if (record === undefined) throw new Error(`The head of ${caseId} cannot be read`);
  return record;
}
