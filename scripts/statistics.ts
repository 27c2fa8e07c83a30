import { reconcileContainer } from '../functions/clock/reconcile-container.ts';

/**
 * `npm run statistics -- reconcile` recounts all cases and shows every counter that is wrong; `rebuild` makes the
 * counters anew while everything goes on. Takes the tables from the environment, as the function does.
 */
const [command] = process.argv.slice(2);
const { jurisdictionId, reconcileStatistics, rebuildStatistics } = reconcileContainer();
const showProgress = (cases: number): void => {
  process.stderr.write(`\r${cases.toLocaleString('en')} cases`);
};

if (command === 'reconcile') {
  const { drift, ...counts } = await reconcileStatistics(jurisdictionId, showProgress);
  console.log('\n', { ...counts, drift: drift.length });
  if (drift.length > 0) {
    console.table(drift);
    process.exitCode = 1;
  }
} else if (command === 'rebuild') {
  const rebuilt = await rebuildStatistics(jurisdictionId, showProgress);
  console.log('\n', rebuilt.ok ? rebuilt.value : rebuilt.error);
  if (!rebuilt.ok) process.exitCode = 1;
} else {
  console.error('Usage: npm run statistics -- reconcile | rebuild');
  process.exitCode = 2;
}
