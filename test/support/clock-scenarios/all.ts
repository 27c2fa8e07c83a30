import { departmentScenarios } from './departments.ts';
import { lateScenarios } from './late.ts';
import { pauseScenarios } from './pauses.ts';
import type { Scenario } from './scenario.ts';
import { workingTimeScenarios } from './working-time.ts';

/** In the order of docs/clocks.md. */
export const clockScenarios: readonly Scenario[] = [
  ...workingTimeScenarios,
  ...pauseScenarios,
  ...departmentScenarios,
  ...lateScenarios,
];
