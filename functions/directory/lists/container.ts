import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoDbLists } from '../../../shared/adapters/dynamodb/lists.ts';
import { DynamoDbRules } from '../../../shared/adapters/dynamodb/rules.ts';
import { systemClock as clock } from '../../../shared/adapters/system/clock.ts';
import { digest } from '../../../shared/adapters/system/digest.ts';
import { loadJurisdiction } from '../../../shared/jurisdictions/bundled.ts';
import type { CalendarStore } from '../../../shared/ports/calendar-store.ts';
import type { Worklists } from '../../../shared/ports/worklists.ts';
import { createJurisdictionNow } from '../../../shared/usecases/jurisdiction-now.ts';
import { departmentList, serviceList } from '../../../shared/usecases/list-kinds.ts';
import { createPreviewDepartments } from '../../../shared/usecases/preview-departments.ts';
import { createPreviewServices } from '../../../shared/usecases/preview-services.ts';
import { createPublishList } from '../../../shared/usecases/publish-list.ts';
import { readDirectory } from '../../../shared/usecases/read-directory.ts';

interface ListParts {
  readonly client: DynamoDBDocumentClient;
  readonly env: { readonly JURISDICTION_ID: string; readonly DIRECTORY_TABLE_NAME: string };
  readonly calendars: CalendarStore;
  readonly worklists: Worklists;
}

/** Departments and services as lists with history. */
export function listContainer({ client, env, calendars, worklists }: ListParts) {
  const { jurisdictionId, jurisdiction } = loadJurisdiction(env.JURISDICTION_ID);
  const lists = dynamoDbLists(client, env.DIRECTORY_TABLE_NAME);
  const rules = new DynamoDbRules(client, env.DIRECTORY_TABLE_NAME);
  const common = { jurisdictionId, jurisdiction, lists, clock };
  const ports = {
    ...common,
    ...{ rules, worklists, digest },
    jurisdictionNow: createJurisdictionNow({ ...common, calendars }),
  };
  return {
    lists,
    /** With the departments and services of this very moment: who enters one names it in the next breath. */
    directoryNow: async () => (await readDirectory(jurisdictionId, ports)).jurisdiction,
    previewDepartments: createPreviewDepartments(ports),
    publishDepartments: createPublishList(departmentList(ports), ports),
    previewServices: createPreviewServices(ports),
    publishServices: createPublishList(serviceList(ports), ports),
  };
}
