import { describe, expect, it } from 'vitest';
import { jurisdiction } from '../../test/support/case-builder.ts';
import { type DepartmentWorld, departmentProblems } from './department-problems.ts';
import type { Department } from './department.ts';
import { CHANGES_MAX, changesOf } from './list-problems.ts';
import { offeredOnly } from './offered-services.ts';
import type { Service, ServiceCode } from './service-catalog.ts';
import { serviceListProblems } from './service-problems.ts';

const departments = [...jurisdiction.departments.values()];
const services = [...jurisdiction.services.values()];
const { rules, areas } = jurisdiction;
const districts = new Set<string>(jurisdiction.districts.map(({ code }) => code));

const changed = <Row extends { readonly code: string }>(
  rows: readonly Row[],
  code: string,
  differing: object,
): Row[] => rows.map((row) => (row.code === code ? { ...row, ...differing } : row));
const codesOf = (problems: readonly { readonly code: string; readonly path: string }[]) =>
  problems.map(({ code, path }) => `${code} ${path}`);
const placeOf = (code: string) => departments.findIndex((row) => row.code === code);

const ofDepartments = (
  next: readonly Department[],
  { before = departments, ...world }: Partial<DepartmentWorld> & { before?: Department[] } = {},
) => codesOf(departmentProblems({ before, next }, { districts, services, rules, ...world }));

describe('departments in place of others', () => {
  it('are right as they are bundled', () => expect(ofDepartments(departments)).toEqual([]));

  it('may be renamed, added and, where nothing names them, closed', () => {
    const added = { code: 'SCDS', name: 'Sở mới', nameEn: 'New', kind: 'department' } as Department;
    const renamed = changed(departments, 'SNV', { name: 'Sở Nội vụ và Lao động' });
    expect(ofDepartments([...renamed, added])).toEqual([]);
    const closed = changed(departments, 'SGTVT', { active: false });
    expect(ofDepartments(closed, { services: [], rules: [] })).toEqual([]);
  });

  it('are not closed while rules or services that are offered name them', () => {
    const closed = changed(departments, 'VSIP', { active: false });
    const path = `departments[${placeOf('VSIP')}].active`;
    const named = ofDepartments(closed);
    expect(named).toContain(`DEPARTMENT_NAMED_BY_RULE ${path}`);
    const naming = services.filter(
      (row) => row.lead === 'VSIP' || row.supporting.includes('VSIP' as never),
    );
    expect(named).toHaveLength(1 + naming.length);
    const unoffered = services.map((row) => ({ ...row, active: false }));
    expect(ofDepartments(closed, { services: unoffered })).toEqual([
      `DEPARTMENT_NAMED_BY_RULE ${path}`,
    ]);
  });

  it('that were closed before are no fault of who publishes now', () => {
    const closed = changed(departments, 'VSIP', { active: false });
    expect(ofDepartments(closed, { before: closed })).toEqual([]);
  });

  it('leave each district to exactly one that takes cases', () => {
    const closed = changed(departments, 'TA', { active: false });
    expect(ofDepartments(closed)).toEqual(['DISTRICT_WITHOUT_DEPARTMENT departments']);
    const heir = { ...departments[placeOf('TA')]!, code: 'TAM' as Department['code'] };
    expect(ofDepartments([...closed, heir])).toEqual([]);
    expect(ofDepartments([...departments, heir])).toEqual(['DISTRICT_WITH_SEVERAL departments']);
  });

  it.each([
    [
      'a district that does not exist',
      'TA',
      { districtCode: '999' },
      'DEPARTMENT_DISTRICT_UNKNOWN',
    ],
    [
      'a kind without its district',
      'TA',
      { districtCode: undefined },
      'DEPARTMENT_DISTRICT_MISSING',
    ],
    ['a district and another kind', 'TA', { kind: 'agency' }, 'DEPARTMENT_NOT_OF_DISTRICT'],
  ])('are refused with %s', (...[, code, differing, problem]) => {
    const path = `departments[${placeOf(code)}].districtCode`;
    expect(ofDepartments(changed(departments, code, differing))).toContain(`${problem} ${path}`);
  });

  it('keep every code, and give none twice', () => {
    expect(ofDepartments(departments.slice(1))).toEqual(['CODE_GONE departments']);
    const twice = [...departments, { ...departments[0]!, name: 'Khác' }];
    expect(ofDepartments(twice)).toEqual([`CODE_REPEATED departments[${departments.length}].code`]);
  });

  it('change in so many rows at a time as have room in one transaction', () => {
    const many = Array.from({ length: CHANGES_MAX + 1 }, (_row, index) => ({
      ...departments[0]!,
      code: `N${index}` as Department['code'],
    }));
    const change = { before: [], next: many };
    const world = { districts: 'unknown', services: [], rules: [] } as const;
    expect(codesOf(departmentProblems(change, world))).toEqual(['TOO_MANY_CHANGES departments']);
    const one = { before: [], next: many.slice(1) };
    expect(departmentProblems(one, world)).toEqual([]);
  });

  it('say which rows came and which changed, however their members are ordered', () => {
    const [first, second] = departments as [Department, Department];
    const turned = Object.fromEntries(Object.entries(first).reverse()) as Department;
    const next = [turned, { ...second, name: 'Khác' }, { ...second, code: 'NEW' as never }];
    expect(changesOf({ before: [first, second], next })).toEqual({
      added: ['NEW'],
      changed: [second.code],
    });
  });
});

const ofServices = (next: readonly Service[], world: Partial<typeof jurisdiction> = {}) =>
  codesOf(
    serviceListProblems({ before: services, next }, { ...jurisdiction, rules, areas, ...world }),
  );
const at = (code: string) => services.findIndex((row) => row.code === code);

describe('services in place of others', () => {
  it('are right as they are bundled', () => expect(ofServices(services)).toEqual([]));

  it.each([
    ['an unknown lead', { lead: 'NOBODY' }, 'SERVICE_DEPARTMENT_UNKNOWN', 'lead'],
    ['an unknown support', { supporting: ['X'] }, 'SERVICE_DEPARTMENT_UNKNOWN', 'supporting[0]'],
    ['another class', { class: 'information' }, 'SERVICE_CLASS_CHANGED', 'class'],
    [
      'its lead as support',
      { lead: 'CA', supporting: ['CA'] },
      'SERVICE_SUPPORTS_ITSELF',
      'supporting',
    ],
    ['one support twice', { supporting: ['CA', 'CA'] }, 'SERVICE_SUPPORTED_TWICE', 'supporting'],
    [
      'support for the desk',
      { lead: '@hotline', supporting: ['CA'] },
      'SERVICE_DESK_SUPPORTED',
      'supporting',
    ],
  ])('do not have %s', (...[, differing, code, member]) =>
    expect(ofServices(changed(services, 'noise', differing))).toEqual([
      `${code} services[${at('noise')}].${member}`,
    ]),
  );

  it('name departments that take cases, unless they are not offered themselves', () => {
    const open = new Map(jurisdiction.departments);
    const [code, row] = [...open].find(([key]) => key === 'STTTT')!;
    const world = { departments: open.set(code, { ...row, active: false }), rules: [] };
    const led = services.filter(
      ({ lead, supporting }) => lead === code || supporting.includes(code),
    );
    expect(led.length).toBeGreaterThan(0);
    expect(ofServices(services, world)).toHaveLength(led.length);
    const gone = services.map((one) => (led.includes(one) ? { ...one, active: false } : one));
    expect(ofServices(gone, world)).toEqual([]);
  });

  it('leave no routing rule with nothing to match', () => {
    const grouped = [{ ...rules[0]!, when: { groups: ['telecom-x'] } }];
    const before = changed(services, 'noise', { group: 'telecom-x' });
    const problems = serviceListProblems(
      { before, next: services },
      { ...jurisdiction, rules: grouped },
    );
    expect(codesOf(problems)).toEqual(['SERVICE_BREAKS_RULE rules[0].when.groups[0]']);
    // What was wrong with rules before is not the services' to put right.
    expect(ofServices(services, { rules: grouped })).toEqual([]);
  });
});

describe('what a model says of a text', () => {
  const said = (...codes: string[]) => ({
    ...{ model: 'm', classes: [], words: [], askPerson: false },
    services: codes.map((code, index) => ({
      code: code as ServiceCode,
      probability: 0.9 ** index,
    })),
  });
  const offered = new Map(
    changed(services, 'noise', { active: false }).map((row) => [row.code, row]),
  );

  it('stays as it is where all of it is offered', () => {
    const whole = said('tree', 'flooding');
    expect(offeredOnly(whole, offered)).toBe(whole);
  });

  it('goes on without a service behind the first that is not offered or not known', () =>
    expect(offeredOnly(said('tree', 'noise', 'no-such'), offered)).toEqual(said('tree')));

  it('is for a person to decide where the likeliest is not offered', () =>
    expect(offeredOnly(said('noise', 'tree'), offered)).toMatchObject({
      services: [{ code: 'tree' }],
      askPerson: true,
    }));
});
