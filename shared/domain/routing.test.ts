import { describe, expect, it } from 'vitest';
import areas from '../jurisdictions/binh-duong/areas.json' with { type: 'json' };
import departments from '../jurisdictions/binh-duong/departments.json' with { type: 'json' };
import { AreaCode, Commune, District, DistrictCode, Ward2025 } from './area.ts';
import { areaLookup } from './area-lookup.ts';
import { Department, DepartmentCode } from './department.ts';
import { proposeRoute, type RoutingDirectory } from './routing.ts';
import { aService, someFacts } from '../../test/support/routing-facts.ts';
import type { RoutingFacts } from './routing-rule-match.ts';

const lookup = areaLookup({
  districts: areas.districts.map((row) => District.parse(row)),
  communes2020: areas.communes2020.map((row) => Commune.parse(row)),
  wards2025: areas.wards2025.map((row) => Ward2025.parse(row)),
});
const roster = departments.departments.map((row) => Department.parse(row));
const directory: RoutingDirectory = {
  areas: lookup,
  departmentOfDistrict: new Map(
    roster.flatMap((row) => (row.districtCode === undefined ? [] : [[row.districtCode, row]])),
  ),
  rules: [],
  isWorkingDay: () => true,
  minuteOfDay: () => 540,
};
const propose = (differing: Partial<RoutingFacts>, of = directory) =>
  proposeRoute(someFacts(differing), of);
const code = (text: string) => DepartmentCode.parse(text);
const place = (text: string) => AreaCode.parse(text);
const aServiceOf = (lead: string, ...supporting: string[]) =>
  aService({
    lead: lead === '@district' || lead === '@hotline' ? lead : code(lead),
    supporting: supporting.map(code),
  });
const DI_AN = place('724');
/** Phường Hiệp Thành, Thủ Dầu Một. */
const HIEP_THANH = place('25741');
/** Phường Thủ Dầu Một of 2025, all of it in the former city. */
const THU_DAU_MOT = place('25747-2025');
/** Phường Bình Dương of 2025, of Thủ Dầu Một and Tân Uyên. */
const BINH_DUONG = place('25760-2025');

describe('proposeRoute by the catalogue', () => {
  it('sends a service with a department of its own there, wherever the place', () => {
    const service = aServiceOf('STTTT', 'VNPT', 'VIETTEL');
    expect(propose({ service })).toEqual({
      decided: true,
      to: 'departments',
      lead: 'STTTT',
      supporting: ['VNPT', 'VIETTEL'],
      because: 'SERVICE_LEAD',
      rule: null,
    });
  });

  it.each([
    ['a commune', HIEP_THANH, 'TDM'],
    ['a whole district', DI_AN, 'DA'],
    ['a ward of one former district', THU_DAU_MOT, 'TDM'],
  ])('sends a district matter to the committee of the district: %s', (_, areaCode, lead) => {
    const service = aServiceOf('@district', 'SGTVT');
    expect(propose({ service, areaCode })).toEqual({
      decided: true,
      to: 'departments',
      lead,
      supporting: ['SGTVT'],
      because: 'DISTRICT_OF_PLACE',
      rule: null,
    });
  });

  it('leaves a hotline matter at the desk', () => {
    const service = aServiceOf('@hotline');
    expect(propose({ service })).toMatchObject({ to: 'desk', because: 'HOTLINE_ANSWERS' });
  });

  it.each([
    ['the place is missing', null, directory, 'PLACE_MISSING'],
    ['the place is a ward of several districts', BINH_DUONG, directory, 'DISTRICT_UNCLEAR'],
    ['the place is of another province', place('00001'), directory, 'PLACE_UNKNOWN'],
    [
      'nobody answers for the district',
      DI_AN,
      { ...directory, departmentOfDistrict: new Map() },
      'DISTRICT_WITHOUT_DEPARTMENT',
    ],
  ])('asks a person when %s', (...[, areaCode, of, because]) => {
    const service = aServiceOf('@district');
    expect(propose({ service, areaCode }, of)).toEqual({ decided: false, because, rule: null });
  });

  it.each([
    ['a ward of several districts', BINH_DUONG, '723', 'TU'],
    ['no place', null, '723', 'TU'],
    ['a place that says otherwise', HIEP_THANH, '723', 'TDM'],
  ])('goes by a district that was told with %s', (...[, areaCode, told, lead]) => {
    const facts = { service: aServiceOf('@district'), areaCode };
    expect(propose({ ...facts, districtCode: DistrictCode.parse(told) })).toMatchObject({ lead });
  });

  it('does not go by a told district in which the ward never lay', () => {
    const facts = { service: aServiceOf('@district'), areaCode: BINH_DUONG };
    expect(propose({ ...facts, districtCode: DistrictCode.parse('724') })).toMatchObject({
      because: 'DISTRICT_UNCLEAR',
    });
  });

  it('gives nobody a case twice, least of all the lead', () => {
    const service = aServiceOf('@district', 'DA', 'SXD', 'SXD', 'TDM');
    expect(propose({ service, areaCode: DI_AN })).toMatchObject({
      lead: 'DA',
      supporting: ['SXD', 'TDM'],
    });
  });
});

describe('areaLookup', () => {
  it('knows 9 districts, 91 communes and 36 wards', () => {
    expect(lookup.size).toBe(136);
    expect(lookup.get(HIEP_THANH)).toEqual({
      code: '25741',
      kind: 'commune',
      districtCode: '718',
      districtCodes: ['718'],
      name: 'Phường Hiệp Thành',
      nameEn: 'Hiep Thanh Ward',
      point: null,
      validFrom: null,
      validUntil: '2025-06-30',
      successors: ['25747-2025', '25750-2025'],
      predecessors: [],
    });
    expect(lookup.get(BINH_DUONG)).toMatchObject({
      kind: 'ward',
      districtCode: null,
      districtCodes: ['718', '723'],
      validFrom: '2025-07-01',
      predecessors: ['25760', '25762', '25763', '25924'],
    });
    expect(lookup.get(DI_AN)).toMatchObject({
      code: '724',
      kind: 'district',
      districtCode: '724',
      name: 'Thành phố Dĩ An',
      nameEn: 'Di An City',
    });
  });
});
