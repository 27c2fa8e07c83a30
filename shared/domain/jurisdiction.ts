import { crossProblems } from './jurisdiction-checks.ts';
import {
  type FileReadings,
  type JurisdictionFiles,
  type ParsedFiles,
  readFiles,
} from './jurisdiction-files.ts';
import { type Jurisdiction, withLookups } from './jurisdiction-lookups.ts';
import { err, ok, type Result } from './result.ts';

export interface JurisdictionInvalid {
  readonly code: 'JURISDICTION_INVALID';
  /** Every fault of every file, one sentence each. */
  readonly problems: readonly string[];
}

/**
 * Reads a jurisdiction's files and holds them against each other; all faults come back at once. For the build and
 * for data from outside it; a function takes what the build has checked (`bundledJurisdiction`).
 */
export function parseJurisdiction(
  files: JurisdictionFiles,
): Result<Jurisdiction, JurisdictionInvalid> {
  const readings = readFiles(files);
  const problems = [
    ...Object.values(readings).flatMap((reading) => reading.problems),
    ...crossProblems(readings),
  ];
  const parsed = wholeFiles(readings);
  return parsed === undefined || problems.length > 0
    ? err({ code: 'JURISDICTION_INVALID', problems })
    : ok(withLookups(parsed));
}

function wholeFiles(readings: FileReadings): ParsedFiles | undefined {
  const contents = Object.entries(readings).map(([name, { content }]) => [name, content] as const);
  // Every name with its own content: the readings' type says which, and entries forget it.
  return contents.every(([, content]) => content !== undefined)
    ? (Object.fromEntries(contents) as ParsedFiles)
    : undefined;
}
