import { randomUUID } from 'node:crypto';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { CONFLICT_TRIES } from '../../shared/adapters/dynamodb/transact.ts';
import { jurisdictionId } from '../support/case-builder.ts';
import { agent } from '../support/case-story.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { aRoutedStory, type CasePorts, inDynamoDb, officer, supporting } from './case-ports.ts';

let dynoxide: Dynoxide;
let tableName: string;
let ports: CasePorts;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.close());
beforeEach(async () => {
  tableName = (await createTables(dynoxide.client, randomUUID())).cases;
  ports = inDynamoDb(dynoxide.client, { tableName, shards: { desk: 1, due: 1 } });
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

/** Which departments the clocks run for, and until when. */
const deadlines = async () =>
  (await query('dpk', `${jurisdictionId}#due#0`, 'due')).map(({ dsk }) => {
    const [dueAt, , department = 'lead'] = String(dsk).split('#');
    return { dueAt, department };
  });

describe('running deadlines', () => {
  it('are those of the lead and of every part that is owed', async () => {
    const story = await aRoutedStory(ports.cases, { number: 1 });
    const { answerDueAt, parts } = story.current;
    const part = { dueAt: parts[0]!.dueAt, department: 'SGTVT' };
    const lead = { dueAt: answerDueAt, department: 'lead' };
    expect(await deadlines()).toEqual([part, lead]);

    await story.does('answer-part', { by: supporting, at: '2020-03-05 14:00', with: {} });
    expect(await deadlines()).toEqual([lead]);
  });

  it('stand still for the lead while the citizen is asked, and go on later', async () => {
    const story = await aRoutedStory(ports.cases, { number: 1, parts: [] });
    await story.does('accept', { by: officer, at: '2020-03-05 09:30', with: {} });
    await story.does('ask-citizen', { by: officer, at: '2020-03-05 10:00', with: {} });
    expect(await deadlines()).toEqual([]);
    await story.does('resume', { by: agent, at: '2020-03-06 10:00', with: {} });
    expect(await deadlines()).toEqual([{ dueAt: story.current.answerDueAt, department: 'lead' }]);
  });

  it('end with the answer, and with a case that ends without one', async () => {
    const answered = await aRoutedStory(ports.cases, { number: 1, parts: [] });
    await answered.does('accept', { by: officer, at: '2020-03-05 09:30', with: {} });
    await answered.does('answer', { by: officer, at: '2020-03-05 15:00', with: {} });
    const withdrawn = await aRoutedStory(ports.cases, { number: 2 });
    await withdrawn.does('withdraw', { by: agent, at: '2020-03-05 15:00', with: {} });
    expect(await deadlines()).toEqual([]);
  });

  it('are the desk’s again when a department returns the case', async () => {
    const story = await aRoutedStory(ports.cases, { number: 1, parts: [] });
    const reason = { reason: 'out_of_scope' } as const;
    await story.does('return', { by: officer, at: '2020-03-05 10:00', with: reason });
    expect(await deadlines()).toEqual([]);
    const queue = await query('wpk', `${jurisdictionId}#work#desk#0`, 'worklist');
    expect(queue.map(({ wsk }) => String(wsk).split('#')[0])).toEqual(['received']);
  });
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
    const client = createDocumentClient({ ...LOCAL, endpoint: dynoxide.endpoint });
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

const LOCAL = {
  region: 'ap-southeast-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
};

const conflict = () =>
  new TransactionCanceledException({
    $metadata: {},
    message: 'Transaction cancelled',
    CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
  });
