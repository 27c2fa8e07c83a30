import * as z from 'zod';
import { lastSegment } from '../aws/arn.ts';
import type { ResolvedResource, Resources } from '../types.ts';
import type { NextAfter } from './cron.ts';
import { parseExpression } from './expression.ts';
import { assertRuleMayInvoke, assertSchedulerMayInvoke } from './permissions.ts';

export interface Target {
  readonly functionName: string;
  readonly functionArn: string;
  /** JSON text that the template gives; null: the event that the service makes. */
  readonly input: string | null;
}

/** A schedule of the templates that is switched on. */
export interface Definition {
  readonly service: 'events' | 'scheduler';
  readonly arn: string;
  readonly nextAfter: NextAfter;
  readonly targets: readonly Target[];
}

const ignored = z.unknown().optional();
/** Strict: a setting that is not honoured here must not look as if it were. */
const RuleTarget = z.strictObject({
  Arn: z.string(),
  Id: ignored,
  Input: z.string().optional(),
  // How long EventBridge tries to reach Lambda; what the function makes of the event is Lambda's matter.
  RetryPolicy: ignored,
  DeadLetterConfig: ignored,
});
const Rule = z.strictObject({
  Name: ignored,
  Description: ignored,
  Tags: ignored,
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  ScheduleExpression: z.string(),
  Targets: z.array(RuleTarget).default([]),
});
const SchedulerTarget = RuleTarget.omit({ Id: true }).extend({ RoleArn: z.string() });
const Schedule = z.strictObject({
  Name: ignored,
  GroupName: ignored,
  Description: ignored,
  KmsKeyArn: ignored,
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().optional(),
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal('OFF') }),
  Target: SchedulerTarget,
});

/** @throws naming the schedule and what cannot be honoured: a setting, an expression, a permission that is missing. */
export const definitionsOf = (resources: Resources): readonly Definition[] => [
  ...resources.ofType('AWS::Events::Rule').flatMap(within(ruleOf, resources)),
  ...resources.ofType('AWS::Scheduler::Schedule').flatMap(within(scheduleOf, resources)),
];

type Read = (resource: ResolvedResource, resources: Resources) => readonly Definition[];

const within = (read: Read, resources: Resources) => (resource: ResolvedResource) => {
  try {
    return read(resource, resources);
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    const place = `${resource.type} ${resource.stack}/${resource.logicalId}`;
    throw new Error(`${place}: ${reason}`, { cause: error });
  }
};

function ruleOf(resource: ResolvedResource, resources: Resources): readonly Definition[] {
  const { State, ScheduleExpression, Targets } = Rule.parse(resource.properties);
  if (State === 'DISABLED') return [];
  const arn = resource.arn ?? '';
  const targets = Targets.map((target) => targetOf(target, resources));
  for (const { functionArn } of targets) assertRuleMayInvoke(arn, functionArn, resources);
  return [{ service: 'events', arn, nextAfter: parseExpression(ScheduleExpression), targets }];
}

function scheduleOf(resource: ResolvedResource, resources: Resources): readonly Definition[] {
  const schedule = Schedule.parse(resource.properties);
  if (schedule.State === 'DISABLED') return [];
  const target = targetOf(schedule.Target, resources);
  assertSchedulerMayInvoke(schedule.Target.RoleArn, target.functionArn, resources);
  const zone = schedule.ScheduleExpressionTimezone;
  const nextAfter = parseExpression(schedule.ScheduleExpression, zone);
  return [{ service: 'scheduler', arn: resource.arn ?? '', nextAfter, targets: [target] }];
}

function targetOf({ Arn, Input }: z.infer<typeof RuleTarget>, resources: Resources): Target {
  const functionName = lastSegment(Arn);
  const functions = resources.ofType('AWS::Lambda::Function');
  if (!functions.some(({ name }) => name === functionName))
    throw new Error(`the templates have no function ${Arn}`);
  return { functionName, functionArn: Arn, input: Input ?? null };
}
