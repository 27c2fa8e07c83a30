import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { afterAll, describe, expect, it } from 'vitest';
import { functionGrants, type Grants } from '../../infra/grants.ts';
import { createHotlineApp } from '../../infra/hotline-app.ts';
import { stageOf } from '../../infra/stages.ts';
import { emptyFunction } from '../support/hotline-templates.ts';

const dir = mkdtempSync(join(tmpdir(), 'hotline-checks-'));
afterAll(() => rmSync(dir, { recursive: true }));

const checkedApp = (grants: Grants = functionGrants) =>
  createHotlineApp({
    stage: stageOf('prod'),
    codeOf: () => Code.fromAsset(emptyFunction(join(dir, 'code'))),
    outdir: mkdtempSync(join(dir, 'out-')),
    checked: true,
    grants,
  }).app;

interface Acknowledgement {
  readonly id: string;
  readonly reason: string;
}

describe('the checks of the templates', () => {
  it('find nothing that was not acknowledged with a reason', () => {
    const app = checkedApp();
    expect(() => app.synth()).not.toThrow();
    const acknowledged = app.node
      .findAll()
      .flatMap(({ node }) =>
        node.metadata
          .filter(({ type }) => type === 'aws:cdk:acknowledged-rules')
          .flatMap(({ data }) => Object.entries(data as Record<string, string | Acknowledgement>)),
      );
    expect(acknowledged.length).toBeGreaterThan(0);
    for (const [, given] of acknowledged) expect(JSON.stringify(given).length).toBeGreaterThan(40);
  });

  it('fail on a grant by wildcard', () => {
    const desk = { ...functionGrants.desk, cases: ['dynamodb:*'] };
    expect(() => checkedApp({ ...functionGrants, desk }).synth()).toThrow(
      'AwsSolutions-IAM5[Action::dynamodb:*]',
    );
  });
});
