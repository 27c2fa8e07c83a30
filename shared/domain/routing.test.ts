import { describe, expect, it } from 'vitest';
import areas from '../jurisdictions/binh-duong/areas.json' with { type: 'json' };
import departments from '../jurisdictions/binh-duong/departments.json' with { type: 'json' };
import { AreaCode, Commune, District } from './area.ts';
import { areaLookup } from './area-lookup.ts';
import { Department, DepartmentCode } from './department.ts';
import { proposeRoute, type RoutingDirectory } from './routing.ts';
import type { Service } from './service-catalog.ts';

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
};
const code = (text: string) => DepartmentCode.parse(text);
const place = (text: string) => AreaCode.parse(text);
const aService = (lead: string, ...supporting: string[]): Pick<Service, 'lead' | 'supporting'> => ({
  lead: lead === '@district' || lead === '@hotline' ? lead : code(lead),
  supporting: supporting.map(code),
});
const DI_AN = place('724');
/** Phường Hiệp Thành, Thủ Dầu Một. */
const HIEP_THANH = place('25741');

describe('proposeRoute', () => {
  it('sends a service with a department of its own there, wherever the place', () =>
    expect(proposeRoute({ service: aService('STTTT', 'VNPT', 'VIETTEL') }, directory)).toEqual({
      decided: true,
      to: 'departments',
      lead: 'STTTT',
      supporting: ['VNPT', 'VIETTEL'],
      because: 'SERVICE_LEAD',
    }));

  it.each([
    ['a commune', HIEP_THANH, 'TDM'],
    ['a whole district', DI_AN, 'DA'],
  ])('sends a district matter to the committee of the district: %s', (_, areaCode, lead) =>
    expect(proposeRoute({ service: aService('@district', 'SGTVT'), areaCode }, directory)).toEqual({
      decided: true,
      to: 'departments',
      lead,
      supporting: ['SGTVT'],
      because: 'DISTRICT_OF_PLACE',
    }),
  );

  it('leaves a hotline matter at the desk', () =>
    expect(proposeRoute({ service: aService('@hotline') }, directory)).toEqual({
      decided: true,
      to: 'desk',
      because: 'HOTLINE_ANSWERS',
    }));

  it('asks a person when the place is missing', () =>
    expect(proposeRoute({ service: aService('@district') }, directory)).toEqual({
      decided: false,
      because: 'PLACE_MISSING',
    }));

  it('asks a person when the place is of another province', () =>
    expect(
      proposeRoute({ service: aService('@district'), areaCode: place('00001') }, directory),
    ).toEqual({ decided: false, because: 'PLACE_UNKNOWN' }));

  it('asks a person when nobody answers for the district', () =>
    expect(
      proposeRoute(
        { service: aService('@district'), areaCode: DI_AN },
        { ...directory, departmentOfDistrict: new Map() },
      ),
    ).toEqual({ decided: false, because: 'DISTRICT_WITHOUT_DEPARTMENT' }));

  it('gives nobody a case twice, least of all the lead', () =>
    expect(
      proposeRoute(
        { service: aService('@district', 'DA', 'SXD', 'SXD', 'TDM'), areaCode: DI_AN },
        directory,
      ),
    ).toMatchObject({ lead: 'DA', supporting: ['SXD', 'TDM'] }));
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
