import { randomUUID } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CONFLICT_TRIES } from '../../shared/adapters/dynamodb/transact.ts';
import { at, jurisdictionId } from '../support/case-builder.ts';
import { agent } from '../support/case-story.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import {
  aRoutedStory,
  type CasePorts,
  inDynamoDb,
  officer,
  StoredStory,
  supporting,
} from './case-ports.ts';

let dynoxide: Dynoxide;
let tableName: string;
let ports: CasePorts;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.close());
beforeEach(async () => {
  tableName = (await createTables(dynoxide.client, randomUUID())).cases;
  ports = inDynamoDb(dynoxide.client, { tableName, shards: { desk: 1, due: 1, unplaced: 1 } });
});

async function query(condition: string, key: string, index?: string) {
  const { Items = [] } = await dynoxide.client.send(
    new QueryCommand({
      TableName: tableName,
      IndexName: index,
      KeyConditionExpression: `${condition} = :key`,
      ExpressionAttributeValues: { ':key': key },
    }),
  );
  return Items;
}

/** When time looks at the cases again. */
const wakes = async () =>
  (await query('dpk', `${jurisdictionId}#due#0`, 'due')).map(
    ({ dsk }) => String(dsk).split('#')[0],
  );

describe('the instant at which a case wakes', () => {
  it('is that of its hand-off, and stays there when it is handed off', async () => {
    const story = await aRoutedStory(ports.cases, { number: 1 });
    expect(await wakes()).toEqual([at('2020-03-05 09:04')]);
    await story.does('answer-part', { by: supporting, at: '2020-03-05 14:00', with: {} });
    expect(await wakes()).toEqual([at('2020-03-05 09:04')]);
  });

  it('comes sooner where a clock is shorter', async () => {
    const story = await StoredStory.begin(ports.cases, { number: 1 });
    const urgent = { priority: 'urgent' } as const;
    await story.does('classify', { by: agent, at: '2020-03-05 09:01', with: urgent });
    expect(await wakes()).toEqual([at('2020-03-05 09:03')]);
  });

  it('is none once the case is answered or ends without an answer', async () => {
    const answered = await aRoutedStory(ports.cases, { number: 1, parts: [] });
    await answered.does('accept', { by: officer, at: '2020-03-05 09:30', with: {} });
    await answered.does('answer', { by: officer, at: '2020-03-05 15:00', with: {} });
    const withdrawn = await aRoutedStory(ports.cases, { number: 2 });
    await withdrawn.does('withdraw', { by: agent, at: '2020-03-05 15:00', with: {} });
    expect(await wakes()).toEqual([]);
  });
});

it('a case that a department returns is in the queue of the desk', async () => {
  const story = await aRoutedStory(ports.cases, { number: 1, parts: [] });
  const reason = { reason: 'out_of_scope' } as const;
  await story.does('return', { by: officer, at: '2020-03-05 10:00', with: reason });
  const queue = await query('wpk', `${jurisdictionId}#work#desk#0`, 'worklist');
  expect(queue.map(({ wsk }) => String(wsk).split('#')[0])).toEqual(['received']);
});

describe('rows', () => {
  it('of a closed case are its head, its history and its personal data', async () => {
    const story = await aRoutedStory(ports.cases, { number: 1 });
    await story.does('withdraw', { by: agent, at: '2020-03-05 15:00', with: {} });
    const rows = await query('pk', `${jurisdictionId}#case#${story.current.caseId}`);
    expect(rows.map(({ sk }) => String(sk))).toEqual([
      'event#000001',
      'event#000002',
      'event#000003',
      'personal',
      'state#head',
    ]);
  });

  it('show nothing of what a citizen said or who they are', async () => {
    const story = await aRoutedStory(ports.cases, { number: 1 });
    const words = 'Chị Hoa nói số nhà 12/4.';
    await story.does('note', { by: agent, at: '2020-03-05 15:00', with: {}, text: words });
    const rows = await query('pk', `${jurisdictionId}#case#${story.current.caseId}`);
    const shown = JSON.stringify(rows, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
    );
    for (const secret of ['Thanh Hoa', '84912345678', 'Nguyễn Trãi, khu phố', 'ổ gà lớn', words]) {
      expect(shown).not.toContain(secret);
    }
  });
});

describe('two changes that meet inside DynamoDB', () => {
  /** A client whose first transactions are refused because another one is under way. */
  function refusing(times: number) {
    const client = dynoxide.newClient();
    let asked = 0;
    client.middlewareStack.add(
      (next) => (call) => {
        if (!('TransactItems' in call.input)) return next(call);
        asked += 1;
        return asked > times ? next(call) : Promise.reject(conflict());
      },
      { step: 'initialize' },
    );
    return { ...setupOn(client), asked: () => asked };
  }
  const setupOn = (client: DynamoDBDocumentClient) => inDynamoDb(client, { tableName });

  it('come to the check of versions after a few tries', async () => {
    const story = await aRoutedStory(ports.cases, { number: 1 });
    const change = story.change('accept', { by: officer, at: '2020-03-05 09:30', with: {} });
    const { cases, asked } = refusing(CONFLICT_TRIES - 1);
    expect(await cases.save(change)).toEqual({ ok: true, value: change.next });
    expect(asked()).toBe(CONFLICT_TRIES);
  });

  it('are given up when they do not end', async () => {
    const story = await aRoutedStory(ports.cases, { number: 1 });
    const change = story.change('accept', { by: officer, at: '2020-03-05 09:30', with: {} });
    const { cases, asked } = refusing(Infinity);
    await expect(cases.save(change)).rejects.toThrow(TransactionCanceledException);
    expect(asked()).toBe(CONFLICT_TRIES);
    expect((await ports.cases.find(jurisdictionId, change.next.caseId))?.case.version).toBe(2);
  });
});

const conflict = () =>
  new TransactionCanceledException({
    $metadata: {},
    message: 'Transaction cancelled',
    CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
  });
