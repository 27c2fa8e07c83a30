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

export const STAFF_ROLES = [
  'agent',
  'supervisor',
  'officer',
  'department_lead',
  'manager',
  'admin',
  'auditor',
] as const satisfies readonly (typeof ROLES)[number][];

const departmentRoles: readonly (typeof ROLES)[number][] = ['officer', 'department_lead'];

/** Roles that act for one department and see only its cases. */
export const isDepartmentRole = (role: (typeof ROLES)[number]): boolean =>
  departmentRoles.includes(role);
