/**
 * What is changed in the administration. Lists, rules, calendars and models have a history of their own too, with all they held. An
 * `export` changes nothing: it tells who took which list of cases out of the system.
 */
export const AUDIT_KINDS = [
  'staff',
  'template',
  'department',
  'service',
  'rules',
  'calendar',
  'delivery',
  'model',
  'alert',
  'export',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];
