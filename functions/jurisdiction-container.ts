import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DynamoDbCalendars } from '../shared/adapters/dynamodb/calendars.ts';
import { dynamoDbLists } from '../shared/adapters/dynamodb/lists.ts';
import { systemClock } from '../shared/adapters/system/clock.ts';
import { loadJurisdiction } from '../shared/jurisdictions/bundled.ts';
import { createJurisdictionNow } from '../shared/usecases/jurisdiction-now.ts';

/** The province with the calendar, departments and services that hold now, for functions that count and do not change cases. */
export function datedJurisdiction(
  client: DynamoDBDocumentClient,
  env: { readonly JURISDICTION_ID: string; readonly DIRECTORY_TABLE_NAME: string },
) {
  const { jurisdictionId, jurisdiction } = loadJurisdiction(env.JURISDICTION_ID);
  const calendars = new DynamoDbCalendars(client, env.DIRECTORY_TABLE_NAME);
  const lists = dynamoDbLists(client, env.DIRECTORY_TABLE_NAME);
  const ports = { calendars, lists, clock: systemClock, jurisdictionId, jurisdiction };
  return { jurisdictionId, jurisdiction, jurisdictionNow: createJurisdictionNow(ports) };
}
