import { parseArgs } from 'node:util';
import { createDocumentClient } from '../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbStaffRegister } from '../shared/adapters/dynamodb/staff-register.ts';
import { systemClock as clock } from '../shared/adapters/system/clock.ts';
import { OPERATOR } from '../shared/domain/actor.ts';
import { StaffMember } from '../shared/domain/staff.ts';
import { loadJurisdiction } from '../shared/jurisdictions/bundled.ts';
import { createSaveStaff } from '../shared/usecases/save-staff.ts';

/**
 * Gives somebody a role without going through the API: for the first admin of a new deployment, by an operator whose
 * own AWS credentials may write the directory table. Everybody else gets theirs from an admin.
 */
const USAGE =
  'npm run grant -- --table <directory table> --subject <sub> --name <name> [--role admin] [--department SXD] [--jurisdiction binh-duong]';

const { values } = parseArgs({
  options: {
    table: { type: 'string' },
    subject: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string', default: 'admin' },
    department: { type: 'string' },
    jurisdiction: { type: 'string', default: 'binh-duong' },
  },
});
const { table, subject, name, role, department = null } = values;
const member = StaffMember.safeParse({ subject, name, role, department, active: true });

if (table === undefined || !member.success) {
  console.error(USAGE);
  if (!member.success) console.error(member.error.issues.map(({ message }) => message).join('\n'));
  process.exitCode = 2;
} else {
  const { jurisdictionId, jurisdiction } = loadJurisdiction(values.jurisdiction);
  const staff = new DynamoDbStaffRegister(createDocumentClient(), table);
  const saved = await createSaveStaff({ staff, clock, jurisdiction })(
    jurisdictionId,
    member.data,
    OPERATOR,
  );
  console.log(saved.ok ? `${saved.value.name} is ${saved.value.role}` : saved.error.code);
  if (!saved.ok) process.exitCode = 1;
}
