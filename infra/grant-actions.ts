/** What grants name more than once: sets of actions, each for one purpose. */

export const QUERY = ['dynamodb:Query'] as const;
/** A change is one transaction of puts and deletes, each permitted by the action of its item. */
export const CHANGE_CASES = [
  'dynamodb:GetItem',
  'dynamodb:Query',
  'dynamodb:PutItem',
  'dynamodb:DeleteItem',
] as const;
export const FIND_STAFF = ['dynamodb:GetItem'] as const;
/** Whoever counts working time asks for the calendar that holds, and for the departments and services that do. */
export const FIND_PUBLISHED = {
  'directory/calendar': ['dynamodb:GetItem'],
  'directory/lists': ['dynamodb:GetItem'],
} as const;
/** Whoever changes something of the administration says so, and reads nothing of what others said. */
export const NOTE_AUDIT = ['dynamodb:PutItem'] as const;
export const READ_SECRET = ['secretsmanager:GetSecretValue'] as const;
export const DECRYPT = ['kms:Decrypt'] as const;
/** Each case gets a data key of its own when it is logged. */
export const ENCRYPT_AND_DECRYPT = ['kms:GenerateDataKey', 'kms:Decrypt'] as const;
export const READ_STREAM = [
  'dynamodb:DescribeStream',
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:ListStreams',
] as const;
/** Without it S3 forbids what is missing, and nothing is missing more often than a first model. Names say nothing of people. */
export const LIST = ['s3:ListBucket'] as const;
export const READ_OBJECT = ['s3:GetObject'] as const;
export const WRITE_OBJECT = ['s3:PutObject'] as const;
export const CHANGE_OBJECT = [...READ_OBJECT, ...WRITE_OBJECT] as const;
export const SEND = ['sqs:SendMessage'] as const;
export const CONSUME = [
  'sqs:ReceiveMessage',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:ChangeMessageVisibility',
] as const;
/** Notes what is counted of cases, and folds the journal of it into the counters. */
export const PROJECT = [
  'dynamodb:GetItem',
  'dynamodb:BatchGetItem',
  'dynamodb:Query',
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:BatchWriteItem',
] as const;
