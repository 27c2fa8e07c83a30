import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.close());

it('has the indexes, the stream and the keys of the definition', async () => {
  const described = await dynoxide.client.send(
    new DescribeTableCommand({ TableName: dynoxide.tableNames.cases }),
  );
  expect(described.Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName)).toEqual(
    expect.arrayContaining(['worklist', 'due', 'tracking', 'caller']),
  );
  expect(described.Table?.StreamSpecification?.StreamViewType).toBe('NEW_AND_OLD_IMAGES');
});
