import { describe, expect, it } from 'vitest';
import areas from '../jurisdictions/binh-duong/areas.json' with { type: 'json' };
import calendar from '../jurisdictions/binh-duong/calendar.json' with { type: 'json' };
import departments from '../jurisdictions/binh-duong/departments.json' with { type: 'json' };
import hospitals from '../jurisdictions/binh-duong/hospitals.json' with { type: 'json' };
import intake from '../jurisdictions/binh-duong/intake.json' with { type: 'json' };
import rules from '../jurisdictions/binh-duong/rules.json' with { type: 'json' };
import services from '../jurisdictions/binh-duong/services.json' with { type: 'json' };
import sla from '../jurisdictions/binh-duong/sla.json' with { type: 'json' };
import { AreaCode, DistrictCode } from './area.ts';
import { DepartmentCode } from './department.ts';
import { parseJurisdiction } from './jurisdiction.ts';
import { bundledJurisdiction } from './jurisdiction-lookups.ts';
import { proposeRoute } from './routing.ts';
import { ServiceCode } from './service-catalog.ts';
import { someFacts } from '../../test/support/routing-facts.ts';

const files = { areas, calendar, departments, hospitals, intake, rules, services, sla };
type Files = typeof files;

/** What is said of the files of Bình Dương after an edit. */
function problemsAfter(edit: (copy: Files) => void): readonly string[] {
  const copy = structuredClone(files);
  edit(copy);
  const parsed = parseJurisdiction(copy);
  return parsed.ok ? [] : parsed.error.problems;
}

function parsedFiles() {
  const parsed = parseJurisdiction(files);
  if (!parsed.ok) throw new Error(parsed.error.problems.join('\n'));
  return parsed.value;
}

describe('Bình Dương', () => {
  const jurisdiction = parsedFiles();

  it('has 47 departments, 78 services, 9 districts, 91 communes and 36 later wards', () =>
    expect([
      jurisdiction.departments.size,
      jurisdiction.services.size,
      jurisdiction.districts.length,
      jurisdiction.communes.length,
      jurisdiction.wards2025.length,
      jurisdiction.hospitals.length,
      jurisdiction.classes.length,
      jurisdiction.departmentOfDistrict.size,
    ]).toEqual([47, 78, 9, 91, 36, 22, 3, 9]));

  it('covers 2019 to 2027 and compiles its calendar once', () => {
    expect(jurisdiction.calendar()).toMatchObject({ firstYear: 2019, lastYear: 2027 });
    expect(jurisdiction.calendar()).toBe(jurisdiction.calendar());
  });

  it('hides who reported from departments and hands off in 5 minutes', () =>
    expect(jurisdiction.sla).toMatchObject({
      handOffMinutes: 5,
      judgingWindowDays: 14,
      maxExtensions: 2,
      departmentsSeeIdentity: false,
    }));

  it('finds everything by its code', () => {
    expect(jurisdiction.departments.get(DepartmentCode.parse('BIWASE'))?.kind).toBe('utility');
    expect(jurisdiction.services.get(ServiceCode.parse('power-outage'))?.target).toEqual({
      amount: 4,
      unit: 'hours',
    });
    expect(jurisdiction.areas.get(AreaCode.parse('25741'))?.districtCode).toBe('718');
    expect(jurisdiction.departmentOfDistrict.get(DistrictCode.parse('719'))?.code).toBe('BB');
  });

  it('can route every service from every place that lies or lay in one district', () => {
    const undecided = [...jurisdiction.services.values()].flatMap((service) =>
      [...jurisdiction.areas.values()].filter(
        ({ code: areaCode, districtCode }) =>
          districtCode !== null &&
          !proposeRoute(someFacts({ service, areaCode }), jurisdiction).decided,
      ),
    );
    expect(undecided).toEqual([]);
  });

  it('is the same when taken as bundled, without parsing', () => {
    const comparable = ({
      calendar: compiled,
      isWorkingDay: _,
      minuteOfDay: __,
      ...rest
    }: typeof jurisdiction) => ({
      ...rest,
      calendar: compiled(),
    });
    expect(comparable(bundledJurisdiction(files))).toEqual(comparable(jurisdiction));
  });
});

describe('a jurisdiction with faults', () => {
  it.each<[string, (copy: Files) => void, string[]]>([
    [
      'an unknown lead',
      ({ services: { services: rows } }) => (rows[1]!.lead = 'SXDD'),
      ['services.json: national-road-damage is led by SXDD, which is not a department'],
    ],
    [
      'an unknown supporting department',
      ({ services: { services: rows } }) => (rows[0]!.supporting = ['NOBODY']),
      ['services.json: road-damage is supported by NOBODY, which is not a department'],
    ],
    [
      'a lead that supports itself, twice',
      ({ services: { services: rows } }) => (rows[1]!.supporting = ['SGTVT', 'SGTVT']),
      [
        'services.json: national-road-damage names SGTVT as supporting twice',
        'services.json: national-road-damage names its lead SGTVT as supporting too',
      ],
    ],
    [
      'support for what the desk answers',
      ({ services: { services: rows } }) =>
        (rows.find(({ lead }) => lead === '@hotline')!.supporting = ['SYT']),
      ['services.json: info-office-contact is answered at the desk, so nobody can support it'],
    ],
    [
      'a service code used twice',
      ({ services: { services: rows } }) => (rows[1]!.code = 'road-damage'),
      ['services.json: service road-damage is listed twice'],
    ],
    [
      'a class without a name',
      ({ services: { classes } }) => classes.pop(),
      ['services.json: class information has no name'],
    ],
    [
      'a group without a name, and one that is called like a service',
      ({ services: { groups } }) => (groups[0]!.code = 'noise'),
      [
        ...['road-damage', 'national-road-damage', 'traffic-signal', 'street-light', 'flooding'],
        ...['manhole', 'tree', 'new-town-infrastructure'],
      ]
        .map((code) => `services.json: ${code} is of group infrastructure, which has no name`)
        .concat('services.json: group noise has the code of a service'),
    ],
    [
      'a district with two departments and one with none',
      ({ departments: { departments: rows } }) =>
        (rows.find(({ code }) => code === 'DA')!.districtCode = '725'),
      [
        'departments.json: district 724 has no department',
        'departments.json: district 725 has 2: TA, DA',
      ],
    ],
    [
      'a department of a district that does not exist',
      ({ departments: { departments: rows } }) =>
        (rows.find(({ code }) => code === 'DA')!.districtCode = '999'),
      [
        'departments.json: DA is of district 999, which does not exist',
        'departments.json: district 724 has no department',
      ],
    ],
    [
      'a commune in a district that does not exist',
      ({ areas: { communes2020 } }) => (communes2020[0]!.districtCode = '700'),
      ['areas.json: commune 25741 is in district 700, which does not exist'],
    ],
    [
      'a commune that became an unknown ward',
      ({ areas: { communes2020 } }) => (communes2020[0]!.successors = ['99999']),
      ['areas.json: commune 25741 became ward 99999, which does not exist'],
    ],
    [
      'a ward of a district that none of its communes was in',
      ({ areas: { wards2025 } }) => wards2025[0]!.formerDistricts.push('724'),
      ['areas.json: ward 25747 is of districts 718, 724 but of communes in 718'],
    ],
    [
      'a commune that ends before it begins',
      ({ areas: { communes2020 } }) =>
        Object.assign(communes2020[0]!, { validFrom: '2025-07-01', validUntil: '2025-06-30' }),
      ['areas.json: commune 25741 ends before it begins'],
    ],
    [
      'a hospital in an unknown ward and district',
      ({ hospitals: { hospitals: rows } }) =>
        Object.assign(rows[0]!, { districtCode: '700', ward2025Code: '99999' }),
      [
        'hospitals.json: BVDK-BD is in district 700, which does not exist',
        'hospitals.json: BVDK-BD is in ward 99999, which does not exist',
      ],
    ],
    [
      'a service that no message may be left with, and which is none',
      ({ intake: { keptServices } }) => keptServices.push('no-such-service'),
      ['intake.json: keptServices names no-such-service, which is not a service'],
    ],
    [
      'a phrase of one word, which without marks is many',
      ({ intake: { danger } }) => (danger[0] = 'nổ'),
      ['intake.json: danger[0]: has two words at least'],
    ],
    [
      'a day off that is also worked',
      ({ calendar: { daysOff } }) => (daysOff[1]!.date = '2019-01-05'),
      ['calendar.json: daysOff: 2019-01-05 is also a make-up workday'],
    ],
  ])('says so for %s', (_, edit, expected) => expect(problemsAfter(edit)).toEqual(expected));

  it('names the row and field of what has the wrong form', () => {
    const problems = problemsAfter(({ services: { services: rows }, sla: rules }) => {
      rows[0]!.target.unit = 'fortnights';
      rules.silence.remindAfter.unit = 'fortnights';
    });
    expect(problems).toEqual([
      expect.stringMatching(/^services\.json: services\[0\] \(road-damage\) target\.unit: /),
      expect.stringMatching(/^sla\.json: silence\.remindAfter\.unit: /),
    ]);
  });

  it('reports faults of form and of reference together, without blaming one for the other', () => {
    const problems = problemsAfter(({ services: { services: rows }, departments: file }) => {
      rows[0]!.target.amount = 0;
      rows[1]!.supporting = ['SGTVT'];
      // A department that cannot be read is no reason to call its services' lead unknown.
      file.departments.find(({ code }) => code === 'SYT')!.kind = 'ministry';
    });
    expect(problems).toEqual([
      expect.stringContaining('departments[15] (SYT) kind'),
      expect.stringContaining('services[0] (road-damage) target.amount'),
      'services.json: national-road-damage names its lead SGTVT as supporting too',
    ]);
  });

  it.each([null, 'text', [], {}])('is refused when a file holds %j', (content) => {
    const parsed = parseJurisdiction({ ...files, departments: content });
    expect(!parsed.ok && parsed.error.problems.length).toBeGreaterThan(0);
  });

  it('is refused for a field that nobody knows', () =>
    expect(problemsAfter(({ sla: rules }) => Object.assign(rules, { handoffMinutes: 4 }))).toEqual([
      'sla.json: Unrecognized key: "handoffMinutes"',
    ]));
});
