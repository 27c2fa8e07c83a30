import { type Department, isActive } from './department.ts';
import { isMissing, type Known } from './jurisdiction-known.ts';
import { changesLimit, type ListChange, rowProblems } from './list-problems.ts';
import type { ListProblem } from './published-list.ts';
import type { RoutingRule } from './routing-rule.ts';
import type { Service } from './service-catalog.ts';

/** What departments must fit to. */
export interface DepartmentWorld {
  readonly districts: Known;
  readonly services: Iterable<Service>;
  readonly rules: readonly RoutingRule[];
}

/**
 * Everything that is wrong with departments in place of others, all at once. A department that rules or services name cannot
 * be closed: they would send cases to somebody who takes none, and each call would find out anew.
 */
export const departmentProblems = (
  change: ListChange<Department>,
  world: DepartmentWorld,
): readonly ListProblem[] => [
  ...rowProblems('departments', change),
  ...districtProblems(change.next, world.districts),
  ...change.next.flatMap((department, index) =>
    isActive(department) || !wasActive(change.before, department)
      ? []
      : namedProblems(department, index, world),
  ),
  ...changesLimit('departments', change),
];

const wasActive = (before: readonly Department[], { code }: Department): boolean =>
  before.some((row) => row.code === code && isActive(row));

function namedProblems(
  { code }: Department,
  index: number,
  { rules, services }: DepartmentWorld,
): ListProblem[] {
  const path = `departments[${index}].active`;
  const names = (one: { readonly lead: string; readonly supporting: readonly string[] }) =>
    one.lead === code || one.supporting.includes(code);
  return [
    ...rules.filter(names).map((rule) => ({
      code: 'DEPARTMENT_NAMED_BY_RULE',
      path,
      message: `rule "${rule.nameEn}" (${rule.code}) sends cases to ${code}; change the rule first`,
      messageVi: `quy tắc “${rule.name}” (${rule.code}) còn chuyển việc cho ${code}; hãy sửa quy tắc trước`,
    })),
    ...[...services]
      .filter((service) => isActive(service) && names(service))
      .map((service) => ({
        code: 'DEPARTMENT_NAMED_BY_SERVICE',
        path,
        message: `service "${service.nameEn}" (${service.code}) names ${code}; change the service first`,
        messageVi: `lĩnh vực “${service.name}” (${service.code}) còn giao cho ${code}; hãy sửa lĩnh vực trước`,
      })),
  ];
}

/** Every district has exactly one department that takes its cases, which is how `@district` finds its lead. */
export function districtProblems(
  departments: readonly Department[],
  districts: Known,
): readonly ListProblem[] {
  const ofDistrict = (district: string): string[] =>
    departments
      .filter((row) => row.districtCode === district && isActive(row))
      .map(({ code }) => code);
  return [
    ...departments.flatMap((row, index) => kindProblems(row, index, districts)),
    ...[...(districts === 'unknown' ? [] : districts)].flatMap((district) =>
      districtProblem(district, ofDistrict(district)),
    ),
  ];
}

function districtProblem(district: string, codes: readonly string[]): ListProblem[] {
  const path = 'departments';
  if (codes.length === 1) return [];
  return codes.length === 0
    ? [
        {
          ...{ code: 'DISTRICT_WITHOUT_DEPARTMENT', path },
          message: `district ${district} has no department`,
          messageVi: `địa bàn ${district} không có đơn vị nào nhận việc`,
        },
      ]
    : [
        {
          ...{ code: 'DISTRICT_WITH_SEVERAL', path },
          message: `district ${district} has ${codes.length}: ${codes.join(', ')}`,
          messageVi: `địa bàn ${district} có đến ${codes.length} đơn vị: ${codes.join(', ')}`,
        },
      ];
}

function kindProblems(
  { code, kind, districtCode }: Department,
  index: number,
  districts: Known,
): ListProblem[] {
  const path = `departments[${index}].districtCode`;
  if (kind === 'district' && districtCode === undefined) {
    return [
      {
        ...{ code: 'DEPARTMENT_DISTRICT_MISSING', path },
        message: `${code} is of a district but has no districtCode`,
        messageVi: `${code} là UBND địa bàn nhưng chưa chọn địa bàn`,
      },
    ];
  }
  if (districtCode === undefined) return [];
  if (kind !== 'district') {
    return [
      {
        ...{ code: 'DEPARTMENT_NOT_OF_DISTRICT', path },
        message: `${code} has a districtCode but is a ${kind}`,
        messageVi: `${code} không phải UBND địa bàn nên không có địa bàn riêng`,
      },
    ];
  }
  if (!isMissing(districts, districtCode)) return [];
  return [
    {
      ...{ code: 'DEPARTMENT_DISTRICT_UNKNOWN', path },
      message: `${code} is of district ${districtCode}, which does not exist`,
      messageVi: `${code} thuộc địa bàn ${districtCode}, là địa bàn không có`,
    },
  ];
}
