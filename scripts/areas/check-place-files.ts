import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANDMARKS_FILE, POLYGONS_FILE } from '../../shared/adapters/system/named-places.ts';
import type { Jurisdiction } from '../../shared/domain/jurisdiction-lookups.ts';
import { landmarkProblems, LandmarksFile } from '../../shared/domain/place/landmark.ts';
import { decodePolygons } from '../../shared/domain/place/polygons.ts';

interface PlaceFilesReport {
  readonly problems: readonly string[];
  readonly summary: string;
}

/** What a province may have beside its reference data: only finding places reads these files, and none is needed. */
export function checkPlaceFiles(
  folder: string,
  jurisdiction: Pick<Jurisdiction, 'areas'>,
): PlaceFilesReport {
  const reports = [
    checkFile(join(folder, LANDMARKS_FILE), (file) => landmarks(file, jurisdiction)),
    checkFile(join(folder, POLYGONS_FILE), (file) => borders(file, jurisdiction)),
  ];
  const [landmarked, bordered] = reports.map((report) => report?.summary);
  return {
    problems: reports.flatMap((report) => report?.problems ?? []),
    summary: `, ${landmarked ?? 'no landmarks'}, ${bordered ?? 'no borders'}`,
  };
}

const checkFile = <T>(path: string, check: (file: Buffer) => T): T | undefined =>
  existsSync(path) ? check(readFileSync(path)) : undefined;

function landmarks(file: Buffer, { areas }: Pick<Jurisdiction, 'areas'>): PlaceFilesReport {
  const says = (problem: string): PlaceFilesReport => ({
    problems: [`${LANDMARKS_FILE}: ${problem}`],
    summary: '',
  });
  let raw: unknown;
  try {
    raw = JSON.parse(file.toString('utf8'));
  } catch (error) {
    return says(`not JSON: ${String(error)}`);
  }
  const parsed = LandmarksFile.safeParse(raw);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return says(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  return {
    problems: landmarkProblems(parsed.data, areas),
    summary: `${parsed.data.landmarks.length} landmarks`,
  };
}

function borders(file: Buffer, { areas }: Pick<Jurisdiction, 'areas'>): PlaceFilesReport {
  try {
    const codes = new Set(decodePolygons(file).pieces.map(({ areaCode }) => areaCode));
    const problems = [...codes]
      .filter((code) => !areas.has(code))
      .map((code) => `${POLYGONS_FILE}: ${code} has borders but does not exist`);
    return { problems, summary: `borders of ${codes.size} areas` };
  } catch (error) {
    return {
      problems: [`${POLYGONS_FILE}: ${error instanceof Error ? error.message : String(error)}`],
      summary: '',
    };
  }
}
