import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoDbDeliveryLog } from '../../shared/adapters/dynamodb/delivery-log.ts';
import { InMemoryDeliveryLog } from '../../shared/adapters/memory/in-memory-delivery-log.ts';
import { JurisdictionId } from '../../shared/domain/case.ts';
import type { DeliveryLog } from '../../shared/ports/delivery-log.ts';
import { aDeliveryAttempt, department } from '../support/delivery-builder.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.close());

const here = JurisdictionId.parse('binh-duong');
const refTo = (code: string) => ({ jurisdictionId: here, department: department(code) });

const first = aDeliveryAttempt({
  failure: { code: 'WEBHOOK_FAILED', because: 'STATUS', status: 503, cause: null },
  retryAt: '2020-03-05T02:03:40.000Z',
});
const second = aDeliveryAttempt({ at: '2020-03-05T02:03:40.000Z', tries: 2 });
// A moment before the second, though its try has the higher number.
const between = aDeliveryAttempt({ at: '2020-03-05T02:03:39.999Z', tries: 10 });

/** Departments differ from test to test, so that one log serves all. */
function deliveryLogContract(name: string, open: () => DeliveryLog): void {
  describe(`a log of deliveries ${name}`, () => {
    it('is empty until something was tried', async () => {
      expect(await open().list({ ...refTo('NONE'), limit: 10 })).toEqual([]);
      expect(await open().find(refTo('NONE'), first.attemptId)).toBeUndefined();
    });

    it('gives back what was written down, latest first, page by page', async () => {
      const [log, ref] = [open(), refTo('SGTVT')];
      for (const attempt of [second, first, between]) await log.add(ref, attempt);
      expect(await log.list({ ...ref, limit: 10 })).toEqual([second, between, first]);
      expect(await log.list({ ...ref, limit: 1 })).toEqual([second]);
      const after = { ...ref, before: between.attemptId };
      expect(await log.list({ ...after, limit: 10 })).toEqual([first]);
      expect(await log.find(ref, first.attemptId)).toEqual(first);
    });

    it('keeps apart departments of which one is called like the beginning of another', async () => {
      const log = open();
      await log.add(refTo('TDM'), first);
      expect(await log.list({ ...refTo('TD'), limit: 10 })).toEqual([]);
      expect(await log.list({ ...refTo('TDMX'), limit: 10 })).toEqual([]);
      expect(await log.find(refTo('TDMX'), first.attemptId)).toBeUndefined();
    });

    it('has what was written down twice once', async () => {
      const [log, ref] = [open(), refTo('SYT')];
      await log.add(ref, first);
      await log.add(ref, first);
      expect(await log.list({ ...ref, limit: 10 })).toEqual([first]);
    });
  });
}

const inMemory = new InMemoryDeliveryLog();
const inDynamoDb = () => new DynamoDbDeliveryLog(dynoxide.client, dynoxide.tableNames.directory);
deliveryLogContract('in memory', () => inMemory);
deliveryLogContract('in DynamoDB', inDynamoDb);

describe('a row of the log in DynamoDB', () => {
  it('may be deleted a month after its try, and is one unit of writing', async () => {
    await inDynamoDb().add(refTo('STC'), first);
    const { Item } = await dynoxide.client.send(
      new GetCommand({
        TableName: dynoxide.tableNames.directory,
        Key: { pk: 'binh-duong#delivery-log#STC', sk: first.attemptId },
      }),
    );
    expect(Item?.['expiresAt']).toBe(Date.parse('2020-04-04T02:03:10.000Z') / 1_000);
    expect(JSON.stringify(Item).length).toBeLessThan(1_024);
  });
});
