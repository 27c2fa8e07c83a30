import { App, Tags, Validations } from 'aws-cdk-lib';
import type { Code } from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { FunctionId } from './functions.ts';
import { functionGrants, type Grants } from './grants.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import { EventsStack } from './stacks/events-stack.ts';
import { FilesStack } from './stacks/files-stack.ts';
import { IdentityStack } from './stacks/identity-stack.ts';
import { MonitoringStack } from './stacks/monitoring-stack.ts';
import { WebStack } from './stacks/web-stack.ts';
import type { StageConfig } from './stages.ts';

export interface HotlineAppProps {
  readonly stage: StageConfig;
  readonly codeOf: (id: FunctionId) => Code;
  /** Folder of the templates; a temporary one if not given. */
  readonly outdir?: string;
  /** Holds the templates against cdk-nag and the validators of CloudFormation; a finding fails `synth()`. */
  readonly checked: boolean;
  /** What the functions may do; a test gives a table with a hole in it. */
  readonly grants?: Grants;
}

export interface HotlineApp {
  readonly app: App;
  readonly data: DataStack;
  readonly identity: IdentityStack;
  readonly api: ApiStack;
  readonly events: EventsStack;
  readonly files: FilesStack;
  readonly web: WebStack;
  readonly monitoring: MonitoringStack;
}

/** All stacks of one stage. */
export function createHotlineApp({
  stage,
  codeOf,
  grants,
  ...options
}: HotlineAppProps): HotlineApp {
  const app = new App({
    autoSynth: false,
    analyticsReporting: false,
    builtinCloudFormationValidation: options.checked,
    ...(options.outdir !== undefined && { outdir: options.outdir }),
    // The validators warn unless they are told to fail.
    context: {
      '@aws-cdk/core:strictCfnValidateErrors': true,
      '@aws-cdk/core:validateAgainstDefaultRules': true,
      // What another stack uses cannot be taken away: a table, a key, a client of the pool.
      '@aws-cdk/core:defaultCrossStackReferences': 'strong',
    },
  });
  if (options.checked) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  Tags.of(app).add('system', 'hotline-1022');
  Tags.of(app).add('stage', stage.id);

  const data = new DataStack(app, stage);
  const identity = new IdentityStack(app, stage);
  const surroundings = { stage, codeOf, grants: grants ?? functionGrants, data };
  const events = new EventsStack(app, surroundings);
  const files = new FilesStack(app, surroundings);
  const api = new ApiStack(app, { ...surroundings, events, files, identity });
  const web = new WebStack(app, { stage, api: api.api, signIn: identity.domain });
  const monitoring = new MonitoringStack(app, {
    stage,
    data,
    api: api.api,
    failureQueues: [...events.failureQueues, ...files.failureQueues],
    deliveriesQueueName: events.deliveries.queueName,
  });
  return { app, data, identity, api, events, files, web, monitoring };
}
