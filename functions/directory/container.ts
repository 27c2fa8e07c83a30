import { createDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbStaffRegister } from '../../shared/adapters/dynamodb/staff-register.ts';
import { loadJurisdiction } from '../../shared/jurisdictions/bundled.ts';
import { DirectoryEnv, readEnv } from '../../shared/platform/env.ts';
import { createSaveStaff } from '../../shared/usecases/save-staff.ts';

export const directoryContainer = () => {
  const env = readEnv(DirectoryEnv);
  const { jurisdictionId, jurisdiction } = loadJurisdiction(env.JURISDICTION_ID);
  const staff = new DynamoDbStaffRegister(createDocumentClient(), env.DIRECTORY_TABLE_NAME);
  return {
    jurisdictionId,
    jurisdiction,
    staff,
    findStaff: (subject: string) => staff.find(jurisdictionId, subject),
    saveStaff: createSaveStaff({ staff, jurisdiction }),
  };
};

export type DirectoryDeps = ReturnType<typeof directoryContainer>;
