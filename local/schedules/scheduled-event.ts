import { randomUUID } from 'node:crypto';
import { parseArn } from '../aws/arn.ts';
import type { Definition, Target } from './definitions.ts';

/** The event of a firing: what the template gives as input, else what the service makes. */
export function scheduledEvent(
  { service, arn }: Definition,
  { input }: Target,
  at: number,
): unknown {
  const time = new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
  const id = randomUUID();
  if (input === null) return serviceEvent({ service, arn, time, id });
  const text = service === 'events' ? input : withContext(input, { arn, time, id });
  return JSON.parse(text);
}

interface Firing {
  readonly arn: string;
  readonly time: string;
  readonly id: string;
}

function serviceEvent({ service, arn, time, id }: Firing & Pick<Definition, 'service'>) {
  const { account, region } = parseArn(arn);
  return {
    version: '0',
    id,
    'detail-type': 'Scheduled Event',
    source: `aws.${service}`,
    account,
    time,
    region,
    resources: [arn],
    detail: {},
  };
}

/** @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html */
const withContext = (input: string, { arn, time, id }: Firing) =>
  input
    .replaceAll('<aws.scheduler.schedule-arn>', arn)
    .replaceAll('<aws.scheduler.scheduled-time>', time)
    .replaceAll('<aws.scheduler.execution-id>', id)
    .replaceAll('<aws.scheduler.attempt-number>', '1');
