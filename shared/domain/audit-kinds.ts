/** What is changed in the administration. Lists, rules, calendars and models have a history of their own too, with all they held. */
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
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];
