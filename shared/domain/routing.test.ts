import { describe, expect, it } from 'vitest';
import areas from '../jurisdictions/binh-duong/areas.json' with { type: 'json' };
import departments from '../jurisdictions/binh-duong/departments.json' with { type: 'json' };
import { AreaCode, Commune, District } from './area.ts';
import { areaLookup } from './area-lookup.ts';
import { Department, DepartmentCode } from './department.ts';
import { proposeRoute, type RoutingDirectory } from './routing.ts';
import { aService, someFacts } from '../../test/support/routing-facts.ts';
import type { RoutingFacts } from './routing-rule-match.ts';

const lookup = areaLookup(
  areas.districts.map((row) => District.parse(row)),
  areas.communes2020.map((row) => Commune.parse(row)),
);
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

  it('gives nobody a case twice, least of all the lead', () => {
    const service = aServiceOf('@district', 'DA', 'SXD', 'SXD', 'TDM');
    expect(propose({ service, areaCode: DI_AN })).toMatchObject({
      lead: 'DA',
      supporting: ['SXD', 'TDM'],
    });
  });
});

describe('areaLookup', () => {
  it('knows 9 districts and 91 communes, each in a district', () => {
    expect(lookup.size).toBe(100);
    expect(lookup.get(HIEP_THANH)).toEqual({
      code: '25741',
      kind: 'commune',
      districtCode: '718',
      name: 'Phường Hiệp Thành',
    });
    expect(lookup.get(DI_AN)).toEqual({
      code: '724',
      kind: 'district',
      districtCode: '724',
      name: 'Thành phố Dĩ An',
      nameEn: 'Di An City',
    });
  });
});
