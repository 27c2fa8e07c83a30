import type { DIRECTORY_PARTS } from './directory-parts.ts';
import { fileGrants } from './file-grants.ts';
import type { FunctionId } from './functions.ts';
import {
  CHANGE_CASES,
  CHANGE_OBJECT,
  CONSUME,
  DECRYPT,
  ENCRYPT_AND_DECRYPT,
  FIND_PUBLISHED,
  FIND_STAFF,
  LIST,
  NOTE_AUDIT,
  PROJECT,
  QUERY,
  READ_OBJECT,
  READ_SECRET,
  READ_STREAM,
  SEND,
  WRITE_OBJECT,
} from './grant-actions.ts';

/** What a function may be allowed to touch; the stacks say which ARN each stands for. */
export type Target =
  | 'cases'
  | 'cases/worklist'
  | 'cases/due'
  | 'cases/tracking'
  | 'cases/caller'
  | 'cases/place'
  | 'cases-stream'
  | 'directory'
  | keyof typeof DIRECTORY_PARTS
  | 'statistics'
  | 'data-key'
  | 'pepper'
  | 'webhook-secrets'
  | 'learning'
  | 'learning/collected'
  | 'learning/current'
  | 'learning/examples'
  | 'learning/models'
  | 'learning/reports'
  | 'files'
  | 'files/exports'
  | 'files/files'
  | 'files/open'
  | 'files/open-work'
  | 'deliveries'
  | 'exports-queue'
  | 'intake'
  | 'second-opinion'
  | 'project-statistics-failures'
  | 'publish-failures';

/** Actions by target, by function. One statement a target, its Sid made of the target: `cases/worklist` → `CasesWorklist`. */
export type Grants = Readonly<
  Record<FunctionId, Readonly<Partial<Record<Target, readonly string[]>>>>
>;

/** Everything that the functions are allowed to do, beyond writing their own log and traces. */
export const functionGrants: Grants = {
  ...fileGrants,
  desk: {
    // Merging makes sure that the other case is not merged itself.
    cases: [...CHANGE_CASES, 'dynamodb:ConditionCheckItem', 'dynamodb:BatchGetItem'],
    'cases/worklist': QUERY,
    'cases/tracking': QUERY,
    'cases/caller': QUERY,
    'cases/place': QUERY,
    directory: FIND_STAFF,
    'data-key': ENCRYPT_AND_DECRYPT,
    pepper: READ_SECRET,
  },
  drafts: {
    // Reads what the caller told before and what lies near; writes nothing.
    cases: ['dynamodb:Query'],
    'cases/caller': QUERY,
    'cases/place': QUERY,
    directory: FIND_STAFF,
    pepper: READ_SECRET,
    learning: LIST,
    'learning/current': READ_OBJECT,
    'learning/models': READ_OBJECT,
  },
  department: {
    cases: CHANGE_CASES,
    'cases/worklist': QUERY,
    directory: FIND_STAFF,
    'data-key': DECRYPT,
    pepper: READ_SECRET,
  },
  // Apart from the department's cases: who may set secrets and fill the queue sees no case.
  connection: {
    directory: FIND_STAFF,
    // How a department is told; staff and calendars it may only read.
    'directory/delivery': ['dynamodb:PutItem'],
    'directory/audit-of-delivery': NOTE_AUDIT,
    // What became of its webhooks, and one of them once more.
    'directory/delivery-log': QUERY,
    deliveries: SEND,
    // It sets a secret and shows it once; it never reads one back.
    'webhook-secrets': ['secretsmanager:CreateSecret', 'secretsmanager:PutSecretValue'],
  },
  citizen: {
    // The update counts tries at the last four digits of the phone.
    cases: [...CHANGE_CASES, 'dynamodb:UpdateItem'],
    'cases/tracking': QUERY,
    'data-key': DECRYPT,
    ...FIND_PUBLISHED,
    pepper: READ_SECRET,
  },
  statistics: {
    statistics: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:BatchGetItem'],
    // What a list of the cases behind a figure shows of each.
    cases: ['dynamodb:BatchGetItem'],
    // What is open now, and for how long.
    'cases/worklist': QUERY,
    // Who asks, and the names of agents.
    directory: [...FIND_STAFF, 'dynamodb:Query'],
    // Who sees to an alert; others raise them.
    'directory/alerts': ['dynamodb:UpdateItem'],
    'directory/audit-of-alerts': NOTE_AUDIT,
    // Signs the place in such a list.
    pepper: READ_SECRET,
  },
  directory: {
    directory: [...FIND_STAFF, 'dynamodb:Query', 'dynamodb:PutItem'],
    // Which deadlines a calendar would move; it moves none itself.
    cases: QUERY,
    'cases/worklist': QUERY,
  },
  rules: {
    directory: FIND_STAFF,
    'directory/rules': ['dynamodb:Query', 'dynamodb:PutItem'],
    'directory/audit-of-rules': NOTE_AUDIT,
    'directory/audit-of-models': NOTE_AUDIT,
    // A dry run opens cases and changes none.
    cases: ['dynamodb:Query'],
    'cases/place': QUERY,
    'data-key': DECRYPT,
    pepper: READ_SECRET,
    // Who may say which model holds may not touch the models.
    learning: LIST,
    'learning/current': CHANGE_OBJECT,
    'learning/reports': READ_OBJECT,
  },
  // Reads files beside its code, and the issuer over the internet.
  reference: {},
  'project-statistics': {
    statistics: PROJECT,
    ...FIND_PUBLISHED,
    'cases-stream': READ_STREAM,
    'project-statistics-failures': SEND,
  },
  publish: {
    deliveries: SEND,
    intake: SEND,
    'cases-stream': READ_STREAM,
    'publish-failures': SEND,
  },
  'deliver-to-department': {
    cases: ['dynamodb:GetItem', 'dynamodb:Query'],
    directory: FIND_STAFF,
    'directory/delivery-log': ['dynamodb:PutItem'],
    'webhook-secrets': READ_SECRET,
    deliveries: CONSUME,
  },
  'propose-intake': {
    cases: CHANGE_CASES,
    'cases/place': QUERY,
    ...FIND_PUBLISHED,
    'directory/rules': ['dynamodb:GetItem'],
    // One update counts a second opinion and asks whether there may be one.
    'directory/opinions': ['dynamodb:UpdateItem'],
    'data-key': DECRYPT,
    pepper: READ_SECRET,
    intake: CONSUME,
    learning: LIST,
    'learning/current': READ_OBJECT,
    'learning/models': READ_OBJECT,
    'second-opinion': ['bedrock:InvokeModel'],
  },
  'close-unjudged': {
    cases: CHANGE_CASES,
    'cases/worklist': QUERY,
    ...FIND_PUBLISHED,
    pepper: READ_SECRET,
  },
  'sweep-deadlines': {
    // The update queues a case for its next instant.
    cases: [...CHANGE_CASES, 'dynamodb:UpdateItem'],
    'cases/due': QUERY,
    ...FIND_PUBLISHED,
    pepper: READ_SECRET,
  },
  'move-deadlines': {
    cases: CHANGE_CASES,
    'cases/worklist': QUERY,
    ...FIND_PUBLISHED,
    'directory/moving': ['dynamodb:GetItem', 'dynamodb:PutItem'],
    pepper: READ_SECRET,
  },
  'check-calendar': {
    ...FIND_PUBLISHED,
  },
  'watch-figures': {
    statistics: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:BatchGetItem'],
    'cases/worklist': QUERY,
    ...FIND_PUBLISHED,
    'directory/alerts': [
      'dynamodb:GetItem',
      'dynamodb:Query',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
    ],
  },
  // The only one in learning that opens words, and it sees no model.
  'collect-examples': {
    cases: ['dynamodb:Query'],
    'cases/place': QUERY,
    'data-key': DECRYPT,
    pepper: READ_SECRET,
    learning: LIST,
    'learning/collected': CHANGE_OBJECT,
    'learning/examples': WRITE_OBJECT,
  },
  // The only one that makes models, and it sees no case.
  'retrain-classifier': {
    learning: LIST,
    'learning/current': CHANGE_OBJECT,
    'learning/examples': READ_OBJECT,
    'learning/models': CHANGE_OBJECT,
    'learning/reports': CHANGE_OBJECT,
  },
  'reconcile-statistics': {
    // The only scans: each night the figures are recounted from the cases themselves, and a rebuild clears away the
    // counters that nobody reads any more.
    cases: ['dynamodb:Scan'],
    ...FIND_PUBLISHED,
    statistics: [...PROJECT, 'dynamodb:Scan'],
  },
};
