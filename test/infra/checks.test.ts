import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Validations } from 'aws-cdk-lib';
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

describe('the checks of the templates', () => {
  it('find nothing that was not acknowledged with a reason', () => {
    const app = checkedApp();
    expect(() => app.synth()).not.toThrow();
    const reasons = app.node
      .findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.values(data as Record<string, string>));
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(reason).toMatch(/^[A-Z].{30,}\.$/);
  });

  it('fail on a grant by wildcard', () => {
    const desk = { ...functionGrants.desk, cases: ['dynamodb:*'] };
    expect(() => checkedApp({ ...functionGrants, desk }).synth()).toThrow(
      'AwsSolutions-IAM5[Action::dynamodb:*]',
    );
  });
});
