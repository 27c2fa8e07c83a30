import * as z from 'zod';
import { DepartmentCode } from './department.ts';

/** People of the province, machine clients of departments (as officers), citizens, and the system's own clocks. */
export const ROLES = [
  'agent',
  'supervisor',
  'officer',
  'department_lead',
  'manager',
  'admin',
  'auditor',
  'citizen',
  'system',
] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const STAFF_ROLES = [
  'agent',
  'supervisor',
  'officer',
  'department_lead',
  'manager',
  'admin',
  'auditor',
] as const satisfies readonly Role[];
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
export const SYSTEM: Actor = { id: 'system', role: 'system', department: null };

const departmentRoles: readonly Role[] = ['officer', 'department_lead'];

/** Roles that act for one department and see only its cases. */
export const isDepartmentRole = (role: Role): boolean => departmentRoles.includes(role);
