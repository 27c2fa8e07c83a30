import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoDbCaseRepository } from '../../shared/adapters/dynamodb/case-repository.ts';
import { isEventRecord, readEventRecord } from '../../shared/adapters/dynamodb/event-records.ts';
import type { Case } from '../../shared/domain/case.ts';
import { loadJurisdiction } from '../../shared/jurisdictions/bundled.ts';
import { aCase } from '../support/case-builder.ts';
import { anEvent } from '../support/delivery-builder.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.close());

const received = aCase();
const logged = anEvent({
  version: 1,
  status: 'received',
  body: {
    type: 'CaseLogged',
    class: null,
    serviceCode: null,
    areaCode: null,
    trackingCode: received.trackingCode,
    channel: 'phone',
    priority: 'normal',
    summary: null,
    receivedAt: received.receivedAt,
    handOffDueAt: received.handOffDueAt,
  },
});
const routed = aCase({
  version: 2,
  status: 'routed',
  lead: 'SGTVT',
  parts: [
    {
      department: 'TDM',
      status: 'open',
      dueAt: '2020-03-10T02:00:00.000Z',
      assignedAt: '2020-03-05T02:03:00.000Z',
      answeredAt: null,
    },
  ],
});
const returned = aCase({ version: 3, status: 'received' });
const change = (version: number, current: Case, next: Case) => ({
  current,
  next,
  event: anEvent({ version }),
  sealedText: Buffer.from('sealed').toString('base64url'),
  wakeAt: null,
  likeness: null,
  atRiskAt: {},
});

/** The case as the repository writes it, its items as the stream shows them. */
async function recordsOfOneCase(): Promise<DynamoDBRecord[]> {
  const { client, tableNames } = dynoxide;
  const { sla } = loadJurisdiction('binh-duong').jurisdiction;
  const cases = new DynamoDbCaseRepository(client, { tableName: tableNames.cases, sla });
  await cases.create({
    current: undefined,
    next: received,
    event: logged,
    sealedText: null,
    wakeAt: null,
    likeness: null,
    atRiskAt: {},
    sealedPersonalData: 'c2VhbGVk',
    wrappedKey: 'a2V5',
    callerIndex: null,
  });
  await cases.save(change(2, received, routed));
  await cases.save(change(3, routed, returned));
  const pk = { S: `binh-duong#case#${received.caseId}` };
  const sortKeys = ['state#head', 'event#000001', 'event#000002', 'event#000003'];
  return Promise.all(sortKeys.map((sk) => recordOf({ pk, sk: { S: sk } })));
}

async function recordOf(Keys: Record<string, { S: string }>): Promise<DynamoDBRecord> {
  const command = new GetItemCommand({ TableName: dynoxide.tableNames.cases, Key: Keys });
  const { Item } = await dynoxide.client.send(command);
  // Lambda hands the image over as JSON, binary attributes as base64.
  const asJson = (_name: string, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
  const NewImage = JSON.parse(JSON.stringify(Item, asJson)) as never;
  return { eventName: 'INSERT', dynamodb: { Keys, NewImage } };
}

describe('an event item in the stream', () => {
  it('is read as the repository wrote it, with the departments before and after', async () => {
    const [head, ...events] = await recordsOfOneCase();
    expect(head === undefined ? undefined : isEventRecord(head)).toBe(false);
    expect(events.every(isEventRecord)).toBe(true);
    const ids = { jurisdictionId: received.jurisdictionId, caseId: received.caseId };
    expect(events.map(readEventRecord)).toEqual([
      {
        event: { ...ids, version: 1, body: { type: 'CaseLogged' } },
        participants: [],
        logged: { channel: 'phone', isDrafted: false },
      },
      {
        event: { ...ids, version: 2, body: { type: 'CaseRouted' } },
        participants: ['SGTVT', 'TDM'],
      },
      {
        event: { ...ids, version: 3, body: { type: 'CaseRouted' } },
        participants: ['SGTVT', 'TDM'],
      },
    ]);
  });
});
