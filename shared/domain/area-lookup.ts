import type { AreaCode, Commune, District, DistrictCode } from './area.ts';

/** A place as cases know it; a district lies in itself. */
export interface Area {
  readonly code: AreaCode;
  readonly kind: 'district' | 'commune';
  readonly districtCode: DistrictCode;
  readonly name: string;
  readonly nameEn?: string;
}

export type AreaLookup = ReadonlyMap<AreaCode, Area>;

/** Every code that a case may carry as its place. */
export const areaLookup = (
  districts: readonly District[],
  communes: readonly Commune[],
): AreaLookup =>
  new Map(
    [...districts.map(areaOfDistrict), ...communes.map(areaOfCommune)].map((a) => [a.code, a]),
  );

const areaOfDistrict = ({ code, name, nameEn }: District): Area => ({
  // A district code is an area code by its form: three digits.
  code: code as string as AreaCode,
  kind: 'district',
  districtCode: code,
  name,
  nameEn,
});

const areaOfCommune = ({ code, name, districtCode }: Commune): Area => ({
  code,
  kind: 'commune',
  districtCode,
  name,
});
