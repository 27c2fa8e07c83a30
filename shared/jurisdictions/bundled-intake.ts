import type { IntakeFile, IntakeRules } from '../domain/intake-file.ts';
import { intakeRules } from '../domain/intake-rules.ts';
import intake from './binh-duong/intake.json' with { type: 'json' };

/** Apart from the rest of a province, for whoever reads the stream and needs no more of it. */
const files: Readonly<Record<string, unknown>> = { 'binh-duong': intake };

/** Throws at start when there is no such folder. */
export function loadIntake(id: string): IntakeRules {
  const found = files[id];
  if (found === undefined) throw new Error(`No jurisdiction ${id} is bundled`);
  // The build has checked the file (scripts/check-jurisdictions.ts).
  return intakeRules(found as IntakeFile);
}
