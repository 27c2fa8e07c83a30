import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { headItem } from '../../shared/adapters/dynamodb/case-items.ts';
import { isHeadRecord, readHeadRecord } from '../../shared/adapters/dynamodb/statistics-records.ts';
import type { Case } from '../../shared/domain/case.ts';
import type { CountableCase } from '../../shared/domain/statistics.ts';
import {
  Chance,
  jurisdiction,
  jurisdictionId,
  randomHistory,
} from '../../test/support/random-cases.ts';
import { projectRecords } from './project-records.ts';

const history = randomHistory(new Chance(1022), 200);

/** An event is JSON, in which bytes are base64. */
const asLambdaGives = (image: object): Record<string, never> =>
  Object.fromEntries(
    Object.entries(image).map(([name, value]: [string, { B?: Uint8Array }]) => [
      name,
      value.B === undefined ? value : { B: Buffer.from(value.B).toString('base64') },
    ]),
  ) as Record<string, never>;

/** A record as Lambda gives it for the row that the repository writes. */
const recordOf = (next: Case, SequenceNumber: string): DynamoDBRecord => {
  const change = {
    current: undefined,
    next,
    event: { hash: 'h' },
    sealedText: null,
    wakeAt: null,
    likeness: 'bGlrZW5lc3M',
    atRiskAt: {},
  };
  // The head needs nothing of the event but its hash.
  const item = headItem(change as never, jurisdiction);
  const image = asLambdaGives(marshall(item, { removeUndefinedValues: true }));
  const { pk, sk } = image as Record<'pk' | 'sk', never>;
  return {
    eventName: next.version === 1 ? 'INSERT' : 'MODIFY',
    dynamodb: { Keys: { pk, sk }, NewImage: image, SequenceNumber },
  };
};

function setup(projectCases?: () => Promise<void>) {
  const projected: CountableCase[] = [];
  const handler = projectRecords({
    jurisdictionId,
    isHeadRecord,
    readHeadRecord,
    projectCases:
      projectCases ??
      ((_, cases) => {
        projected.push(...cases);
        return Promise.resolve();
      }),
  });
  return {
    projected,
    handle: (Records: DynamoDBRecord[]) => handler({ Records } satisfies DynamoDBStreamEvent),
  };
}

const records = history.map((next, index) => recordOf(next, String(index + 1)));

describe('the projector of the case stream', () => {
  it('sees in a record all that the figures look at in a case', async () => {
    const { projected, handle } = setup();
    expect(await handle(records)).toEqual({ batchItemFailures: [] });
    expect(projected).toEqual(history);
    expect(projected.some(({ parts }) => parts.length > 0)).toBe(true);
  });

  it('passes over events, parts and deletions', async () => {
    const { projected, handle } = setup();
    const [head] = records;
    const Keys = { pk: head!.dynamodb!.Keys!['pk']!, sk: { S: 'event#000001' } };
    const event: DynamoDBRecord = { eventName: 'INSERT', dynamodb: { Keys, NewImage: {} } };
    const removed: DynamoDBRecord = { ...head!, eventName: 'REMOVE' };
    expect(await handle([event, removed])).toEqual({ batchItemFailures: [] });
    expect(projected).toEqual([]);
  });

  it('counts what comes before a record that it cannot read, and stops there', async () => {
    const { projected, handle } = setup();
    const broken = structuredClone(records[2]!);
    delete broken.dynamodb!.NewImage!['trackingCode'];
    expect(await handle([...records.slice(0, 2), broken, ...records.slice(3, 5)])).toEqual({
      batchItemFailures: [{ itemIdentifier: '3' }],
    });
    expect(projected).toHaveLength(2);
  });

  it('gives the whole batch back when it cannot count', async () => {
    const { handle } = setup(() => Promise.reject(new Error('No table today')));
    expect(await handle(records.slice(4))).toEqual({
      batchItemFailures: [{ itemIdentifier: '5' }],
    });
  });
});
