import type { AwsEndpoint } from '../aws/endpoint.ts';
import type { HostClock, Resources } from '../types.ts';

/** What `GET /local/status` tells: how far the queues are, and what the policies refused or never needed. */
export const statusOf = (
  resources: Resources,
  clock: HostClock,
  endpoint: AwsEndpoint,
): Readonly<Record<string, unknown>> => ({
  status: 'ok',
  now: new Date(clock.now()).toISOString(),
  /** Where the AWS services of this host answer, for the operator's tools. */
  aws: endpoint.url,
  functions: resources.ofType('AWS::Lambda::Function').map(({ name }) => name),
  queues: Object.fromEntries(
    [...endpoint.queues.definitions].map(([name, queue]) => [name, endpoint.queues.counts(queue)]),
  ),
  denials: endpoint.denials(),
  unusedGrants: endpoint.unusedGrants(),
});
