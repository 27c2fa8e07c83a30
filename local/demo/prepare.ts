import { createDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbStaffRegister } from '../../shared/adapters/dynamodb/staff-register.ts';
import { systemClock as clock } from '../../shared/adapters/system/clock.ts';
import { OPERATOR as operator } from '../../shared/domain/actor.ts';
import { loadJurisdiction } from '../../shared/jurisdictions/bundled.ts';
import { createSaveStaff } from '../../shared/usecases/save-staff.ts';
import { LOCAL_SECRET, OPERATOR } from '../aws/caller.ts';
import type { Session } from '../client/session.ts';
import type { Host } from '../host.ts';
import { everybody, FIRST_ADMIN, registerPeople } from './register-people.ts';

const JURISDICTION = 'binh-duong';

/**
 * Gives everybody who may sign in on this machine their role: the first admin as an operator does it on AWS
 * (`npm run grant`), the others through the API. Doing it again changes nothing.
 */
export async function prepare(host: Host, session: Session): Promise<void> {
  const client = createDocumentClient({
    endpoint: host.endpoint.url,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: OPERATOR, secretAccessKey: LOCAL_SECRET },
  });
  const { jurisdictionId, jurisdiction } = loadJurisdiction(JURISDICTION);
  const register = new DynamoDbStaffRegister(client, directoryTable(host));
  const admin = everybody(JURISDICTION).find(({ subject }) => subject === FIRST_ADMIN);
  if (admin === undefined) throw new Error(`${FIRST_ADMIN} is not among the people`);
  if ((await register.find(jurisdictionId, FIRST_ADMIN)) === undefined) {
    const save = createSaveStaff({ staff: register, clock, jurisdiction });
    await save(jurisdictionId, admin, operator);
  }
  client.destroy();
  await registerPeople(session, JURISDICTION);
}

/** The table that the functions of the templates are told of. */
function directoryTable({ resources }: Host): string {
  for (const { properties } of resources.ofType('AWS::Lambda::Function')) {
    const { Environment } = properties as {
      Environment?: { Variables?: Readonly<Record<string, string>> };
    };
    const name = Environment?.Variables?.['DIRECTORY_TABLE_NAME'];
    if (name !== undefined) return name;
  }
  throw new Error('No function of the templates has a directory table');
}
