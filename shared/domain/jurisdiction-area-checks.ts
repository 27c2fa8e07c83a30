import type { Commune, District, Ward2025 } from './area.ts';
import type { ParsedFiles } from './jurisdiction-files.ts';
import { isMissing, type Known } from './jurisdiction-known.ts';

interface KnownUnits {
  readonly districts: Known;
  readonly wards: Known;
}

/** What is wrong between the units of a province, as sentences. */
export function areaProblems(
  areas: ParsedFiles['areas'] | undefined,
  known: KnownUnits,
): readonly string[] {
  if (areas === undefined) return [];
  const { districts, communes2020, wards2025 } = areas;
  return [
    ...communes2020.flatMap((commune) => communeProblems(commune, known)),
    ...wards2025.flatMap((ward) => wardProblems(ward, communes2020, known)),
    ...validityProblems('district', districts),
    ...validityProblems('commune', communes2020),
    ...validityProblems('ward', wards2025),
  ].map((problem) => `areas.json: ${problem}`);
}

const communeProblems = (
  { code, districtCode, successors }: Commune,
  { districts, wards }: KnownUnits,
): readonly string[] => [
  ...(isMissing(districts, districtCode)
    ? [`commune ${code} is in district ${districtCode}, which does not exist`]
    : []),
  ...successors
    .filter((ward) => isMissing(wards, ward))
    .map((ward) => `commune ${code} became ward ${ward}, which does not exist`),
];

function wardProblems(
  { code, formerDistricts }: Ward2025,
  communes: readonly Commune[],
  { districts }: KnownUnits,
): readonly string[] {
  const missing = formerDistricts.filter((district) => isMissing(districts, district));
  if (missing.length > 0) {
    return missing.map((district) => `ward ${code} was in ${district}, which does not exist`);
  }
  const ofCommunes = new Set(
    communes
      .filter(({ successors }) => successors.includes(code))
      .map(({ districtCode }) => districtCode),
  );
  // A commune that could not be read, or names no district that exists, has been reported already.
  const told = [...ofCommunes].filter((district) => !isMissing(districts, district)).sort();
  const own = [...formerDistricts].sort();
  return districts === 'unknown' || told.join() === own.join()
    ? []
    : [`ward ${code} is of districts ${own.join(', ')} but of communes in ${told.join(', ')}`];
}

const validityProblems = (
  kind: string,
  units: readonly (District | Commune | Ward2025)[],
): readonly string[] =>
  units
    .filter(({ validFrom = '', validUntil = '9999' }) => validUntil < validFrom)
    .map(({ code }) => `${kind} ${code} ends before it begins`);
