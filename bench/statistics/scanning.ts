import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { putRows } from '../../shared/adapters/dynamodb/batch-write.ts';
import { headItem } from '../../shared/adapters/dynamodb/case-items.ts';
import { DynamoDbCaseLister } from '../../shared/adapters/dynamodb/case-lister.ts';
import type { Case } from '../../shared/domain/case.ts';
import { contributionOf } from '../../shared/domain/statistics-contribution.ts';
import { context } from '../../test/contract/statistics-support.ts';
import { everyPage } from '../../test/support/every-page.ts';
import { jurisdiction, jurisdictionId } from '../../test/support/random-cases.ts';

/** Stores cases as their repository does, but for their events, which a scan would have to read as well. */
export const storeHeads = (
  cases: readonly Case[],
  table: { readonly client: DynamoDBDocumentClient; readonly tableName: string },
): Promise<void> =>
  putRows(
    cases.map((next) => {
      const change = { current: undefined, next, event: { hash: 'h' }, sealedText: null };
      const rest = { wakeAt: null, likeness: null, atRiskAt: {} };
      // The row of a head needs nothing of the event but its hash.
      return headItem({ ...change, ...rest } as never, jurisdiction);
    }),
    table,
  );

/** Cases forwarded in June 2020 by department, by going through every case there is. */
export async function byScanning(
  client: DynamoDBDocumentClient,
  tableName: string,
): Promise<ReadonlyMap<string, number>> {
  const forwarded = new Map<string, number>();
  const lister = new DynamoDbCaseLister(client, tableName);
  for await (const page of everyPage(lister, jurisdictionId)) {
    for (const department of page.flatMap(forwardedInJuneTo)) {
      forwarded.set(department, 1 + (forwarded.get(department) ?? 0));
    }
  }
  return forwarded;
}

const forwardedInJuneTo = (current: Case): string[] =>
  contributionOf(current, context)
    .filter(({ day, counters }) => day.startsWith('2020-06') && counters.includes('forwarded'))
    .flatMap(({ cells }) => cells)
    .flatMap(([dimension, value]) => (dimension === 'department' ? [value] : []));
