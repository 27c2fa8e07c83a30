import * as z from 'zod';
import { type Actor, StaffRole } from './actor.ts';
import { isDepartmentRole } from './roles.ts';
import { DepartmentCode } from './department.ts';

/** Who may work here: our own record, found by the subject of the access token (a machine: its client id). */
export const StaffMember = z
  .strictObject({
    subject: z.string().min(1).max(128),
    name: z.string().min(1).max(120),
    role: StaffRole,
    department: DepartmentCode.nullable(),
    active: z.boolean(),
  })
  .refine(
    ({ role, department }) => isDepartmentRole(role) === (department !== null),
    'An officer or department lead has a department; nobody else has one.',
  );
export type StaffMember = z.infer<typeof StaffMember>;

export const actorOf = ({ subject, role, department }: StaffMember): Actor => ({
  id: subject,
  role,
  department,
});
