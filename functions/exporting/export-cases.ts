import { exportingContainer } from './container.ts';
import { runExports } from './run-exports.ts';

/** Works on the exports of cases that people asked for, as far as the time of one run goes, and queues what is left. */
export const handler = runExports(exportingContainer());
