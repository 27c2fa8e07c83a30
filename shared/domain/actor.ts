import * as z from 'zod';
import { DepartmentCode } from './department.ts';
import { ROLES, STAFF_ROLES } from './roles.ts';

export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const StaffRole = z.enum(STAFF_ROLES);
export type StaffRole = z.infer<typeof StaffRole>;

/** Who did something. A citizen has no id here: who they are is personal data and lives apart from events. */
export const Actor = z.strictObject({
  id: z.string().min(1).max(128),
  role: Role,
  department: DepartmentCode.nullable(),
});
export type Actor = z.infer<typeof Actor>;

export const CITIZEN: Actor = { id: 'citizen', role: 'citizen', department: null };
/** Whoever runs the deployment, outside the API. */
export const OPERATOR: Actor = { id: 'operator', role: 'system', department: null };
export const SYSTEM: Actor = { id: 'system', role: 'system', department: null };
