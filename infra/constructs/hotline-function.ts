import { Duration, Validations } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type * as z from 'zod';
import { functionCatalogue, type FunctionId, MEMORY_MB } from '../functions.ts';
import { DIRECTORY_PARTS } from '../directory-parts.ts';
import type { Grants, Target } from '../grants.ts';
import { physicalName, type StageConfig, webhookSecretPrefix } from '../stages.ts';

/** The variables that the function's own schema asks for: one that is missing does not compile. */
export type EnvironmentOf<Id extends FunctionId> = z.input<(typeof functionCatalogue)[Id]['env']>;

export type Arns = Readonly<Partial<Record<Target, string>>>;

/** What the functions of a stack have in common. */
export interface FunctionSurroundings {
  readonly stage: StageConfig;
  readonly grants: Grants;
  /** ARN of everything that the grants of these functions name. */
  readonly arns: Arns;
  readonly codeOf: (id: FunctionId) => lambda.Code;
}

export interface HotlineFunctionProps<Id extends FunctionId> extends FunctionSurroundings {
  readonly id: Id;
  readonly environment: NoInfer<EnvironmentOf<Id>>;
}

/**
 * A Lambda by the rules of the house: its own role with nothing but its grants, its own log group, traces, and an
 * impact and a runbook heading (of the catalogue) for its alarms.
 */
export class HotlineFunction<Id extends FunctionId> extends Construct {
  readonly id: Id;
  readonly lambda: lambda.Function;

  constructor(scope: Construct, props: HotlineFunctionProps<Id>) {
    super(scope, props.id);
    this.id = props.id;
    const functionName = physicalName(props.stage, props.id);
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: props.stage.logRetention,
      removalPolicy: props.stage.removalPolicy,
    });
    this.lambda = new lambda.Function(this, 'Function', {
      functionName,
      description: functionCatalogue[props.id].entry,
      code: props.codeOf(props.id),
      handler: 'index.handler',
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      memorySize: MEMORY_MB,
      timeout: Duration.seconds(functionCatalogue[props.id].timeoutSeconds),
      environment: props.environment as Record<string, string>,
      role: roleOf(this, props, logGroup),
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      tracing: lambda.Tracing.ACTIVE,
    });
  }
}

function roleOf(
  scope: Construct,
  props: FunctionSurroundings & { readonly id: FunctionId },
  logGroup: LogGroup,
): iam.Role {
  const granted = grantStatements(props);
  const role = new iam.Role(scope, 'Role', {
    assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: {
      log: new iam.PolicyDocument({
        statements: [
          new iam.PolicyStatement({
            sid: 'Log',
            actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            resources: [logGroup.logGroupArn],
          }),
        ],
      }),
      ...(granted.length > 0 && {
        grants: new iam.PolicyDocument({ statements: granted }),
      }),
    },
  });
  acknowledgeWildcards(role, props);
  return role;
}

function acknowledgeWildcards(
  role: iam.Role,
  { id, stage, grants }: FunctionSurroundings & { readonly id: FunctionId },
): void {
  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'X-Ray takes trace segments for no resource but *; nothing else has it (test/infra).',
  });
  acknowledgeObjects(role, { id, stage, grants });
  if (grants[id]['webhook-secrets'] === undefined) return;
  const anyWebhookSecret = `arn:<AWS::Partition>:secretsmanager:<AWS::Region>:<AWS::AccountId>:secret:${webhookSecretPrefix(stage)}*`;
  Validations.of(role).acknowledge({
    id: `AwsSolutions-IAM5[Resource::${anyWebhookSecret}]`,
    reason:
      'Each department sets up its own webhook, so its secret is made when the system runs and has no ARN before.',
  });
}

/** What a deployment may do without; nothing is granted then. */
const OPTIONAL_TARGETS: ReadonlySet<Target> = new Set<Target>(['second-opinion']);

/** Parts of a bucket whose objects are named when the system runs. */
const OBJECTS = {
  learning: ['examples', 'models', 'reports'],
  files: ['exports', 'files', 'open', 'open-work'],
} as const;

function acknowledgeObjects(
  role: iam.Role,
  {
    id,
    stage,
    grants,
  }: Pick<FunctionSurroundings, 'stage' | 'grants'> & { readonly id: FunctionId },
): void {
  const granted: Readonly<Partial<Record<string, readonly string[]>>> = grants[id];
  for (const [name, parts] of Object.entries(OBJECTS)) {
    const bucket = `${physicalName(stage, name)}-<AWS::AccountId>`;
    for (const part of parts) {
      if (granted[`${name}/${part}`] === undefined) continue;
      Validations.of(role).acknowledge({
        id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::${bucket}/${stage.jurisdictionId}/${part}/*]`,
        reason:
          'Each run adds objects of its own, so they have no ARN before; the prefix is what the function may see.',
      });
    }
  }
}

function grantStatements({
  id,
  stage,
  grants,
  arns,
}: FunctionSurroundings & { readonly id: FunctionId }): iam.PolicyStatement[] {
  const entries = Object.entries(grants[id]) as [Target, readonly string[]][];
  return entries
    .filter(([, actions]) => actions.length > 0)
    .filter(([target]) => arns[target] !== undefined || !OPTIONAL_TARGETS.has(target))
    .map(([target, actions]) => {
      const arn = arns[target];
      if (arn === undefined) throw new Error(`${id} is granted ${target}, which its stack lacks`);
      return new iam.PolicyStatement({
        sid: sidOf(target),
        actions: [...actions],
        resources: [arn],
        conditions: conditionsOf(target, stage),
      });
    });
}

/** Holds a grant to one partition, or those of a pattern. `ForAllValues` also holds where no key is named, which `Null` refuses. */
function conditionsOf(target: Target, { jurisdictionId }: StageConfig) {
  const parts: Readonly<Partial<Record<Target, string>>> = DIRECTORY_PARTS;
  const part = parts[target];
  if (part === undefined) return {};
  const key = 'dynamodb:LeadingKeys';
  const matches = part.includes('*') ? 'StringLike' : 'StringEquals';
  return {
    [`ForAllValues:${matches}`]: { [key]: [`${jurisdictionId}#${part}`] },
    Null: { [key]: 'false' },
  };
}

/** `cases/worklist` → `CasesWorklist`: a Sid has letters and digits only. */
export const sidOf = (target: Target): string =>
  target.replace(/(?:^|[/-])([a-z])/g, (_whole, letter: string) => letter.toUpperCase());
