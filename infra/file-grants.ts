import {
  CHANGE_OBJECT,
  CONSUME,
  FIND_PUBLISHED,
  FIND_STAFF,
  LIST,
  NOTE_AUDIT,
  READ_OBJECT,
  READ_SECRET,
  SEND,
} from './grant-actions.ts';
import type { Grants } from './grants.ts';

/** Of the functions that make files and give them out. */
export const fileGrants = {
  // Sees no case: it writes down what is wanted, and gives out what another function has made of it.
  exports: {
    statistics: ['dynamodb:GetItem', 'dynamodb:Query'],
    directory: FIND_STAFF,
    'directory/audit-of-exports': NOTE_AUDIT,
    // Whose exports they are, and which.
    pepper: READ_SECRET,
    files: LIST,
    'files/exports': CHANGE_OBJECT,
    // For the links: a link may what the function may that made it.
    'files/files': READ_OBJECT,
    'exports-queue': SEND,
  },
  // Sees no case, and keeps nothing: a report is made and given in one answer.
  reports: {
    statistics: ['dynamodb:GetItem', 'dynamodb:Query'],
    directory: FIND_STAFF,
  },
  // Reads cases as lists show them, and nothing that is sealed: it has no key.
  'export-cases': {
    // Names of departments and services are those of now.
    ...FIND_PUBLISHED,
    statistics: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:BatchGetItem'],
    cases: ['dynamodb:BatchGetItem'],
    files: LIST,
    'files/exports': CHANGE_OBJECT,
    'files/files': [...CHANGE_OBJECT, 's3:AbortMultipartUpload'],
    'exports-queue': [...CONSUME, ...SEND],
  },
  // Anybody may ask it, so it sees nothing but what anybody may see.
  'open-data': {
    files: LIST,
    'files/open': READ_OBJECT,
  },
  // Sees what cases count for, and no case: what it publishes cannot hold more.
  'publish-open-data': {
    ...FIND_PUBLISHED,
    statistics: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:BatchGetItem'],
    files: LIST,
    'files/open': CHANGE_OBJECT,
    'files/open-work': CHANGE_OBJECT,
  },
} as const satisfies Partial<Grants>;
