import { readPolicy, type Statement } from './policy-document.ts';

const allow = (...actions: readonly string[]) => ({
  Statement: { Effect: 'Allow', Action: actions, Resource: '*' },
});
const writeLogs = ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'];

/**
 * AWS's own policies that a function's role may carry.
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/about-managed-policy-reference.html
 */
const documents: Readonly<Record<string, unknown>> = {
  AWSLambdaBasicExecutionRole: allow(...writeLogs),
  AWSXRayDaemonWriteAccess: allow(
    'xray:PutTraceSegments',
    'xray:PutTelemetryRecords',
    'xray:GetSamplingRules',
    'xray:GetSamplingTargets',
    'xray:GetSamplingStatisticSummaries',
  ),
  AWSLambdaSQSQueueExecutionRole: allow(
    'sqs:ReceiveMessage',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    ...writeLogs,
  ),
  AWSLambdaDynamoDBExecutionRole: allow(
    'dynamodb:DescribeStream',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:ListStreams',
    ...writeLogs,
  ),
};

/** @throws for a policy of AWS whose statements the host does not know. */
export function managedPolicy(arn: string): readonly Statement[] {
  const name = arn.split('/').at(-1) ?? arn;
  const document = documents[name];
  if (document === undefined) throw new Error(`the local host does not know the policy ${arn}`);
  return readPolicy(document, name);
}
