import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { FunctionId } from '../../infra/functions.ts';
import type { Grants } from '../../infra/grants.ts';
import { createHotlineApp, type HotlineApp } from '../../infra/hotline-app.ts';
import { type StageConfig, type StageId, stageOf } from '../../infra/stages.ts';
import { loadTemplates } from '../../local/template/load.ts';
import type { ResolvedResource, Resources } from '../../local/types.ts';

export interface HotlineTemplates {
  readonly stage: StageConfig;
  readonly stacks: HotlineApp;
  /** As CloudFormation gets it. */
  readonly template: (stack: Exclude<keyof HotlineApp, 'app'>) => Template;
  /** All stacks with every intrinsic resolved, as the local host sees them. */
  readonly resources: Resources;
  functionOf(id: FunctionId): ResolvedResource;
  close(): void;
}

export interface Differing {
  readonly grants?: Grants;
  /** Of whoever deploys it. */
  readonly environment?: Parameters<typeof stageOf>[1];
}

/** Synthesises a stage around an empty function, so that nothing has to be bundled, and without the slow validators. */
export function synthesise(stageId: StageId, differing: Differing = {}): HotlineTemplates {
  const dir = mkdtempSync(join(tmpdir(), 'hotline-templates-'));
  const code = join(dir, 'code');
  const outdir = join(dir, 'out');
  const { grants, environment } = differing;
  const stage = stageOf(stageId, environment);
  const stacks = createHotlineApp({
    stage,
    codeOf: () => Code.fromAsset(emptyFunction(code)),
    outdir,
    checked: false,
    ...(grants !== undefined && { grants }),
  });
  stacks.app.synth();
  const { resources } = loadTemplates(outdir, stageId);
  return {
    stage,
    stacks,
    resources,
    template: (stack) => Template.fromStack(stacks[stack]),
    functionOf: (id) => {
      const name = `1022-${stageId}-${id}`;
      const found = resources.ofType('AWS::Lambda::Function').find((one) => one.name === name);
      if (found === undefined) throw new Error(`The templates have no function ${name}`);
      return found;
    },
    close: () => rmSync(dir, { recursive: true }),
  };
}

/** A folder with a handler that does nothing. */
export function emptyFunction(dir: string): string {
  const folder = mkdtempSync(`${dir}-`);
  writeFileSync(join(folder, 'index.js'), 'exports.handler = async () => undefined;\n');
  return folder;
}
