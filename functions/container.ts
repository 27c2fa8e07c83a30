import { DynamoDbCalendars } from '../shared/adapters/dynamodb/calendars.ts';
import { DynamoDbCaseFinder } from '../shared/adapters/dynamodb/case-finder.ts';
import { DynamoDbCasePlaces } from '../shared/adapters/dynamodb/case-places.ts';
import { DynamoDbCaseRepository } from '../shared/adapters/dynamodb/case-repository.ts';
import { dynamoDbLists } from '../shared/adapters/dynamodb/lists.ts';
import { DynamoDbRules } from '../shared/adapters/dynamodb/rules.ts';
import { DynamoDbReminders } from '../shared/adapters/dynamodb/reminders.ts';
import { DynamoDbStaffRegister } from '../shared/adapters/dynamodb/staff-register.ts';
import { DynamoDbWakeQueue } from '../shared/adapters/dynamodb/wake-queue.ts';
import { DynamoDbWorklists } from '../shared/adapters/dynamodb/worklists.ts';
import { KmsCaseKeys } from '../shared/adapters/kms/case-keys.ts';
import { SecretFingerprints } from '../shared/adapters/secrets-manager/fingerprints.ts';
import { systemClock } from '../shared/adapters/system/clock.ts';
import { digest } from '../shared/adapters/system/digest.ts';
import { systemRandom } from '../shared/adapters/system/random.ts';
import { loadJurisdiction } from '../shared/jurisdictions/bundled.ts';
import { createJurisdictionNow } from '../shared/usecases/jurisdiction-now.ts';
import { documentClient } from './client-container.ts';

interface CaseEnv {
  readonly JURISDICTION_ID: string;
  readonly CASES_TABLE_NAME: string;
  readonly DIRECTORY_TABLE_NAME: string;
  readonly DATA_KEY_ID: string;
  readonly PEPPER_SECRET_ID: string;
}

/** What the functions that work on cases share: built once a process. */
export const casePorts = (env: CaseEnv) => {
  const { jurisdictionId, jurisdiction } = loadJurisdiction(env.JURISDICTION_ID);
  const table = { tableName: env.CASES_TABLE_NAME, sla: jurisdiction.sla };
  const calendars = new DynamoDbCalendars(documentClient, env.DIRECTORY_TABLE_NAME);
  const lists = dynamoDbLists(documentClient, env.DIRECTORY_TABLE_NAME);
  const clock = systemClock;
  const now = { calendars, lists, clock, jurisdictionId, jurisdiction };
  return {
    jurisdictionId,
    /** As it is bundled: whoever decides something takes the jurisdiction as it is now. */
    jurisdiction,
    jurisdictionNow: createJurisdictionNow(now),
    calendars,
    lists,
    cases: new DynamoDbCaseRepository(documentClient, table),
    worklists: new DynamoDbWorklists(documentClient, table),
    finder: new DynamoDbCaseFinder(documentClient, table),
    reminders: new DynamoDbReminders(documentClient, table),
    places: new DynamoDbCasePlaces(documentClient, table),
    wakes: new DynamoDbWakeQueue(documentClient, table),
    keys: new KmsCaseKeys(env.DATA_KEY_ID),
    fingerprints: new SecretFingerprints(env.PEPPER_SECRET_ID),
    clock,
    random: systemRandom,
    digest,
  };
};

/** For those who route: with the rules that hold now. */
export const routingPorts = (env: CaseEnv) => {
  const ports = casePorts(env);
  const rules = new DynamoDbRules(documentClient, env.DIRECTORY_TABLE_NAME);
  return { ...ports, jurisdictionNow: createJurisdictionNow({ ...ports, rules }) };
};

export const staffFinder = (env: {
  readonly JURISDICTION_ID: string;
  readonly DIRECTORY_TABLE_NAME: string;
}) => {
  const staff = new DynamoDbStaffRegister(documentClient, env.DIRECTORY_TABLE_NAME);
  const { jurisdictionId } = loadJurisdiction(env.JURISDICTION_ID);
  return (subject: string) => staff.find(jurisdictionId, subject);
};
