import { canonicalJson } from './canonical-json.ts';
import { type Department, isActive } from './department.ts';
import { changesLimit, type ListChange, rowProblems } from './list-problems.ts';
import type { ListProblem } from './published-list.ts';
import { ruleProblems } from './routing-rule-problems.ts';
import type { RoutingRule } from './routing-rule.ts';
import { DISTRICT_LEAD, HOTLINE_LEAD, type Service } from './service-catalog.ts';

/** What services must fit to. */
export interface ServiceWorld {
  readonly departments: ReadonlyMap<string, Department>;
  readonly areas: ReadonlyMap<string, unknown>;
  readonly rules: readonly RoutingRule[];
}

/** Everything that is wrong with services in place of others, all at once. */
export const serviceListProblems = (
  change: ListChange<Service>,
  world: ServiceWorld,
): readonly ListProblem[] => [
  ...rowProblems('services', change),
  ...change.next.flatMap((service, index) => [
    ...classProblem(service, index, change.before),
    ...serviceProblems(service, index, world.departments),
  ]),
  ...brokenRules(change, world),
  ...changesLimit('services', change),
];

/** Cases and figures are counted under the class that a service had. */
function classProblem(
  { code, class: now }: Service,
  index: number,
  before: readonly Service[],
): ListProblem[] {
  const was = before.find((row) => row.code === code)?.class;
  if (was === undefined || was === now) return [];
  return [
    {
      ...{ code: 'SERVICE_CLASS_CHANGED', path: `services[${index}].class` },
      message: `${code} is of class ${was} for good; enter another service instead`,
      messageVi: `${code} đã thuộc loại ${was}, không đổi được; hãy thêm lĩnh vực khác`,
    },
  ];
}

/** Who answers for a service. Without departments (`undefined`) nobody may be called missing. */
export const serviceProblems = (
  service: Service,
  index: number,
  departments: ReadonlyMap<string, Department> | undefined,
): ListProblem[] => [
  ...(departments === undefined ? [] : whoProblems(service, index, departments)),
  ...combinationProblems(service, index),
];

function whoProblems(
  service: Service,
  index: number,
  departments: ReadonlyMap<string, Department>,
): ListProblem[] {
  const { code, lead, supporting } = service;
  const named = [
    { who: lead, path: `services[${index}].lead`, says: 'is led by', saysVi: 'do' },
    ...supporting.map((who, at) => ({
      ...{ who, path: `services[${index}].supporting[${at}]` },
      ...{ says: 'is supported by', saysVi: 'phối hợp với' },
    })),
  ];
  return named.flatMap(({ who, path, says, saysVi }): ListProblem[] => {
    if (who === DISTRICT_LEAD || who === HOTLINE_LEAD) return [];
    const department = departments.get(who);
    if (department === undefined) {
      return [
        {
          ...{ code: 'SERVICE_DEPARTMENT_UNKNOWN', path },
          message: `${code} ${says} ${who}, which is not a department`,
          messageVi: `${code} ${saysVi} ${who}, là đơn vị không có`,
        },
      ];
    }
    if (isActive(department) || !isActive(service)) return [];
    return [
      {
        ...{ code: 'SERVICE_DEPARTMENT_INACTIVE', path },
        message: `${code} ${says} ${who}, which takes no new cases`,
        messageVi: `${code} ${saysVi} ${who}, là đơn vị không còn nhận việc mới`,
      },
    ];
  });
}

function combinationProblems({ code, lead, supporting }: Service, index: number): ListProblem[] {
  const path = `services[${index}].supporting`;
  const twice = new Set<string>(supporting.filter((who, at) => supporting.indexOf(who) !== at));
  return [
    ...[...twice].map((who) => ({
      ...{ code: 'SERVICE_SUPPORTED_TWICE', path },
      message: `${code} names ${who} as supporting twice`,
      messageVi: `${code} nêu ${who} phối hợp hai lần`,
    })),
    ...(supporting.some((who) => who === lead)
      ? [
          {
            ...{ code: 'SERVICE_SUPPORTS_ITSELF', path },
            message: `${code} names its lead ${lead} as supporting too`,
            messageVi: `${code} nêu ${lead} vừa chủ trì vừa phối hợp`,
          },
        ]
      : []),
    ...(lead === HOTLINE_LEAD && supporting.length > 0
      ? [
          {
            ...{ code: 'SERVICE_DESK_SUPPORTED', path },
            message: `${code} is answered at the desk, so nobody can support it`,
            messageVi: `${code} do tổng đài tự trả lời nên không có đơn vị phối hợp`,
          },
        ]
      : []),
  ];
}

/** Routing rules that were right with the services of before: a group that goes may leave a rule that matches nothing. */
function brokenRules(
  { before, next }: ListChange<Service>,
  { rules, departments, areas }: ServiceWorld,
): ListProblem[] {
  const withServices = (services: readonly Service[]) =>
    ruleProblems(rules, {
      departments,
      areas,
      services: new Map(services.map((s) => [s.code, s])),
    });
  const known = new Set(withServices(before).map((problem) => canonicalJson(problem)));
  return withServices(next)
    .filter((problem) => !known.has(canonicalJson(problem)))
    .map(({ path, message, messageVi }) => ({
      ...{ code: 'SERVICE_BREAKS_RULE', path },
      message: `of the routing rules: ${message}; change the rule first`,
      messageVi: `trong quy tắc chuyển: ${messageVi}; hãy sửa quy tắc trước`,
    }));
}
