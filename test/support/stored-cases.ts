import { expect } from 'vitest';
import * as z from 'zod';
import { startHost } from '../../local/host.ts';
import type { Resources } from '../../local/types.ts';
import { createDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbCaseLister } from '../../shared/adapters/dynamodb/case-lister.ts';
import { DynamoDbCaseRepository } from '../../shared/adapters/dynamodb/case-repository.ts';
import { digest } from '../../shared/adapters/system/digest.ts';
import { replay } from '../../shared/domain/case-evolve.ts';
import { findTampering } from '../../shared/domain/hash-chain.ts';
import type { StoredDossier } from '../../shared/ports/case-repository.ts';
import { everyPage } from './every-page.ts';
import { jurisdiction, jurisdictionId } from './case-builder.ts';

/** What a host that has ended left behind, read through a host of the test's own. */
export interface Store {
  /** Every case with its history, as the table holds it. */
  dossiers(): Promise<readonly StoredDossier[]>;
  close(): Promise<void>;
}

export async function openStore(dir: string): Promise<Store> {
  const host = await startHost({ dir, port: 0, quiet: true });
  const client = createDocumentClient({
    endpoint: host.dynamodb.url,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const tableName = casesTable(host.resources);
  const lister = new DynamoDbCaseLister(client, tableName);
  const repository = new DynamoDbCaseRepository(client, { tableName, sla: jurisdiction.sla });
  return {
    dossiers: async () => {
      const found: StoredDossier[] = [];
      for await (const page of everyPage(lister, jurisdictionId)) {
        const dossiers = page.map(({ caseId }) => repository.dossier(jurisdictionId, caseId));
        found.push(...(await Promise.all(dossiers)).filter((one) => one !== undefined));
      }
      return found;
    },
    close: async () => {
      client.destroy();
      await host.close();
    },
  };
}

/** The table that the functions of the templates are told of. */
function casesTable(resources: Resources): string {
  const Told = z.object({ Environment: z.object({ Variables: z.record(z.string(), z.string()) }) });
  for (const { properties } of resources.ofType('AWS::Lambda::Function')) {
    const name = Told.safeParse(properties).data?.Environment.Variables['CASES_TABLE_NAME'];
    if (name !== undefined) return name;
  }
  throw new Error('No function of the templates has a table of cases');
}

/** Versions without gaps, every hash right, and the row of the case what its events make of it. */
export function expectWholeHistory({ events, case: stored, lastHash }: StoredDossier): void {
  const history = events.map(({ event }) => event);
  const head = { version: stored.version, hash: lastHash };
  expect(findTampering(history, head, digest), stored.caseId).toBeUndefined();
  expect(replay(history)).toEqual(stored);
}
