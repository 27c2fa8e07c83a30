/**
 * Parts of the directory table by the end of their partition key, which may be a pattern: a function may ask for one and
 * not see the others.
 */
export const DIRECTORY_PARTS = {
  'directory/alerts': 'alerts',
  'directory/audit-of-alerts': 'audit#alert',
  'directory/audit-of-delivery': 'audit#delivery',
  'directory/audit-of-exports': 'audit#export',
  'directory/audit-of-models': 'audit#model',
  'directory/audit-of-rules': 'audit#rules',
  'directory/calendar': 'calendar',
  'directory/delivery': 'delivery',
  'directory/delivery-log': 'delivery-log#*',
  'directory/lists': 'list-*',
  'directory/moving': 'moving',
  'directory/opinions': 'opinions',
  'directory/rules': 'rules',
} as const;
