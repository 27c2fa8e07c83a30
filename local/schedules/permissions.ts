import { lastSegment } from '../aws/arn.ts';
import { statementsByRole } from '../iam/roles.ts';
import type { Resources } from '../types.ts';

const INVOKE = 'lambda:InvokeFunction';

/** EventBridge calls a function that has a permission for the rule; without it the rule fires and nothing happens. */
export function assertRuleMayInvoke(rule: string, functionArn: string, resources: Resources): void {
  const permitted = resources.ofType('AWS::Lambda::Permission').some(({ properties }) => {
    const { FunctionName: of, Principal: whom, Action: action, SourceArn: source } = properties;
    const matches = typeof of === 'string' && lastSegment(of) === lastSegment(functionArn);
    const forRule = source === undefined || source === rule;
    return matches && whom === 'events.amazonaws.com' && action === INVOKE && forRule;
  });
  if (!permitted)
    throw new Error(`no AWS::Lambda::Permission lets ${rule} invoke ${functionArn} (${INVOKE})`);
}

/** EventBridge Scheduler calls a function with the role that the schedule names. */
export function assertSchedulerMayInvoke(
  roleArn: string,
  functionArn: string,
  resources: Resources,
): void {
  const statements = statementsByRole(resources).get(lastSegment(roleArn)) ?? [];
  const matching = statements.filter(
    (statement) => statement.match({ action: INVOKE, resource: functionArn }).length > 0,
  );
  const permitted =
    matching.some(({ effect }) => effect === 'Allow') &&
    !matching.some(({ effect }) => effect === 'Deny');
  if (!permitted) throw new Error(`${roleArn} may not ${INVOKE} ${functionArn}`);
}
