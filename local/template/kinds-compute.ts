import { ACCOUNT, arn } from './environment.ts';
import { shortId, uuidOf } from './identifiers.ts';
import type { Identified, Kind } from './kind.ts';

const globalArn = (resource: string): string => `arn:aws:iam::${ACCOUNT}:${resource}`;

const policyArn = ({ name }: Identified): string => globalArn(`policy/${name}`);
const mappingId = ({ stack, logicalId }: Identified): string => uuidOf(`${stack}/${logicalId}`);

/** A schedule belongs to a group, and its ARN says to which. */
function scheduleArn({ name, property }: Identified): string {
  const group = property('GroupName');
  return arn('scheduler', `schedule/${typeof group === 'string' ? group : 'default'}/${name}`);
}

/** What runs, who may, when, and what watches it. */
export const computeKinds: Readonly<Record<string, Kind>> = {
  'AWS::Lambda::Function': {
    nameProperty: 'FunctionName',
    arn: ({ name }) => arn('lambda', `function:${name}`),
  },
  'AWS::Lambda::EventSourceMapping': {
    ref: mappingId,
    attributes: { Id: mappingId },
  },
  'AWS::IAM::Role': {
    nameProperty: 'RoleName',
    arn: ({ name }) => globalArn(`role/${name}`),
    attributes: { RoleId: ({ name }) => `AROA${shortId(name, 17).toUpperCase()}` },
  },
  'AWS::IAM::Policy': { nameProperty: 'PolicyName' },
  'AWS::IAM::ManagedPolicy': {
    nameProperty: 'ManagedPolicyName',
    ref: policyArn,
    arn: policyArn,
    attributes: { PolicyArn: policyArn },
  },
  'AWS::Events::Rule': {
    nameProperty: 'Name',
    arn: ({ name }) => arn('events', `rule/${name}`),
  },
  'AWS::Scheduler::Schedule': {
    nameProperty: 'Name',
    arn: scheduleArn,
  },
  'AWS::Scheduler::ScheduleGroup': {
    nameProperty: 'Name',
    arn: ({ name }) => arn('scheduler', `schedule-group/${name}`),
  },
  'AWS::Logs::LogGroup': {
    nameProperty: 'LogGroupName',
    arn: ({ name }) => arn('logs', `log-group:${name}:*`),
    attributes: { LogGroupName: ({ name }) => name },
  },
  'AWS::CloudWatch::Alarm': {
    nameProperty: 'AlarmName',
    arn: ({ name }) => arn('cloudwatch', `alarm:${name}`),
  },
  'AWS::CloudWatch::CompositeAlarm': {
    nameProperty: 'AlarmName',
    arn: ({ name }) => arn('cloudwatch', `alarm:${name}`),
  },
  'AWS::CloudWatch::Dashboard': { nameProperty: 'DashboardName' },
};
