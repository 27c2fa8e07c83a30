import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { bundleFunctions } from '../infra/bundle.ts';

/**
 * `npm run deploy -- --stage dev [more arguments of cdk deploy]`: bundles, then ships every stack of the stage with the
 * pinned CDK. Needs AWS credentials; docs/deployment.md says what comes before and after.
 */
const { values, positionals } = parseArgs({
  options: { stage: { type: 'string' } },
  allowPositionals: true,
  strict: false,
});
const { stage } = values;

if (stage !== 'dev' && stage !== 'prod') {
  console.error('npm run deploy -- --stage dev|prod');
  process.exitCode = 2;
} else {
  await bundleFunctions();
  const { status } = spawnSync('npx', ['cdk', 'deploy', '--all', ...positionals], {
    stdio: 'inherit',
    env: { ...process.env, STAGE: stage },
  });
  process.exitCode = status ?? 1;
}
