import { formatArn } from '../aws/arn.ts';
import type { Access } from '../iam/access.ts';
import type { Resources } from '../types.ts';
import type { Mapping } from './mapping.ts';

const streamActions = ['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'];
const queueActions = ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'];

/**
 * Lambda reads a source with the role of the function, and refuses to make a mapping that the role does not cover.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-eventsourcemapping.html
 * @throws naming the missing action, or the queue whose visibility time-out the function can outlast.
 */
export function assertReadable(access: Access, mapping: Mapping, resources: Resources): void {
  const principal = access.principal(mapping.functionName);
  if (principal === undefined)
    throw new Error(`the templates have no function ${mapping.functionName}`);
  const denial = access.check(principal, needsOf(mapping, principal.account));
  if (denial !== undefined)
    throw new Error(`Event source of ${mapping.functionName}: ${denial.message}`);
  if (mapping.kind === 'queue') assertPatient(mapping.functionName, mapping.queueName, resources);
}

function needsOf(mapping: Mapping, account: string) {
  if (mapping.kind === 'queue')
    return queueActions.map((name) => ({ action: `sqs:${name}`, resource: mapping.sourceArn }));
  const { sourceArn, region, failureQueue } = mapping;
  const reading = streamActions.map((name) => ({
    action: `dynamodb:${name}`,
    resource: sourceArn,
  }));
  if (failureQueue === null) return reading;
  const queue = formatArn({ service: 'sqs', region, account, resource: failureQueue });
  return [...reading, { action: 'sqs:SendMessage', resource: queue }];
}

/** Lambda refuses a queue that would show a message again while the function may still work on it. */
function assertPatient(functionName: string, queueName: string, resources: Resources) {
  const named = (type: string, name: string) =>
    resources.ofType(type).find((one) => one.name === name)?.properties ?? {};
  const visibility = Number(named('AWS::SQS::Queue', queueName)['VisibilityTimeout'] ?? 30);
  const timeout = Number(named('AWS::Lambda::Function', functionName)['Timeout'] ?? 3);
  if (visibility < timeout)
    throw new Error(
      `Queue ${queueName}: its visibility timeout of ${visibility} seconds is less than the ${timeout} seconds that ${functionName} may take`,
    );
}
