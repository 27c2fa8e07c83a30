import { type Department, isActive } from './department.ts';
import type { RoutingRule, RuleConditions } from './routing-rule.ts';
import { DISTRICT_LEAD, HOTLINE_LEAD, type Service } from './service-catalog.ts';

/** Why rules must not be used. `path` is the place in the list of rules: `rules[3].lead`. */
export interface RuleProblem {
  readonly code:
    | 'RULE_CODE_REPEATED'
    | 'RULE_DEPARTMENT_UNKNOWN'
    | 'RULE_DEPARTMENT_INACTIVE'
    | 'RULE_SUPPORTS_ITSELF'
    | 'RULE_DESK_SUPPORTED'
    | 'RULE_VALUE_UNKNOWN'
    | 'RULE_NEVER_MATCHES'
    | 'RULE_NEVER_REACHED';
  readonly path: string;
  readonly message: string;
  readonly messageVi: string;
}

/** What rules may name. */
export interface RuleDirectory {
  readonly departments: ReadonlyMap<string, Pick<Department, 'active'>>;
  readonly services: ReadonlyMap<string, Pick<Service, 'class' | 'group'>>;
  readonly areas: ReadonlyMap<string, unknown>;
}

/**
 * Everything that is wrong with the rules between themselves and with the directory, all at once. A rule that cannot work is
 * refused when it is saved: skipped in silence, it would send cases somewhere else and nobody would know.
 */
export const ruleProblems = (
  rules: readonly RoutingRule[],
  directory: RuleDirectory,
): readonly RuleProblem[] =>
  rules.flatMap((rule, index) => [
    ...repeatedCode(rules, index),
    ...departmentProblems(rule, index, directory),
    ...conditionProblems(rule.when, index, directory),
    ...shadowed(rules, index),
  ]);

function repeatedCode(rules: readonly RoutingRule[], index: number): RuleProblem[] {
  const first = rules.findIndex(({ code }) => code === rules[index]?.code);
  if (first === index) return [];
  return [
    {
      code: 'RULE_CODE_REPEATED',
      path: `rules[${index}].code`,
      message: `is the code of rule ${first + 1} too`,
      messageVi: `trùng mã với quy tắc thứ ${first + 1}`,
    },
  ];
}

function departmentProblems(
  { lead, supporting }: RoutingRule,
  index: number,
  { departments }: RuleDirectory,
): RuleProblem[] {
  const places: readonly [string, string][] = [
    [`rules[${index}].lead`, lead],
    ...supporting.map((code, at): [string, string] => [`rules[${index}].supporting[${at}]`, code]),
  ];
  return [
    ...places.flatMap(([path, code]) => nameProblem(path, code, departments)),
    ...supporting.flatMap((code, at) =>
      code === lead ? [selfSupport(`rules[${index}].supporting[${at}]`, code)] : [],
    ),
    ...(lead === HOTLINE_LEAD && supporting.length > 0 ? [deskSupported(index)] : []),
  ];
}

function nameProblem(
  path: string,
  code: string,
  departments: RuleDirectory['departments'],
): RuleProblem[] {
  if (code === DISTRICT_LEAD || code === HOTLINE_LEAD) return [];
  const department = departments.get(code);
  if (department === undefined) {
    return [
      {
        code: 'RULE_DEPARTMENT_UNKNOWN',
        path,
        message: `${code} is not a department`,
        messageVi: `không có đơn vị ${code}`,
      },
    ];
  }
  if (isActive(department)) return [];
  return [
    {
      code: 'RULE_DEPARTMENT_INACTIVE',
      path,
      message: `${code} takes no new cases`,
      messageVi: `đơn vị ${code} không còn nhận việc mới`,
    },
  ];
}

const selfSupport = (path: string, code: string): RuleProblem => ({
  code: 'RULE_SUPPORTS_ITSELF',
  path,
  message: `${code} leads and cannot support itself`,
  messageVi: `${code} đã chủ trì, không thể đồng thời phối hợp`,
});

const deskSupported = (index: number): RuleProblem => ({
  code: 'RULE_DESK_SUPPORTED',
  path: `rules[${index}].supporting`,
  message: 'what the desk answers itself has no supporting departments',
  messageVi: 'việc tổng đài tự trả lời thì không có đơn vị phối hợp',
});

function valueProblems(
  { services = [], groups = [], areas = [] }: RuleConditions,
  index: number,
  directory: RuleDirectory,
): RuleProblem[] {
  const known = new Set([...directory.services.values()].map(({ group }) => group));
  const unknown = (name: string, values: readonly string[], has: (value: string) => boolean) =>
    values.flatMap((value, at): RuleProblem[] =>
      has(value)
        ? []
        : [
            {
              code: 'RULE_VALUE_UNKNOWN',
              path: `rules[${index}].when.${name}[${at}]`,
              message: `${value} does not exist`,
              messageVi: `không có ${value}`,
            },
          ],
    );
  return [
    ...unknown('services', services, (value) => directory.services.has(value)),
    ...unknown('groups', groups, (value) => known.has(value)),
    ...unknown('areas', areas, (value) => directory.areas.has(value)),
  ];
}

/** What does not exist is told by its name, and not once more because nothing is of it. */
function conditionProblems(...asked: Parameters<typeof valueProblems>): RuleProblem[] {
  const unknown = valueProblems(...asked);
  return unknown.length > 0 ? unknown : neverMatches(...asked);
}

/** Conditions on the service that no service meets together. */
function neverMatches(
  { classes, services, groups }: RuleConditions,
  index: number,
  directory: RuleDirectory,
): RuleProblem[] {
  const among = (values: readonly string[] | undefined, value: string): boolean =>
    values?.includes(value) ?? true;
  const isMet = [...directory.services].some(
    ([code, service]) =>
      among(classes, service.class) && among(services, code) && among(groups, service.group),
  );
  if (isMet) return [];
  return [
    {
      code: 'RULE_NEVER_MATCHES',
      path: `rules[${index}].when`,
      message: 'no service is of these classes, services and groups at once',
      messageVi: 'không có thủ tục, lĩnh vực nào thỏa đồng thời các điều kiện về phân loại',
    },
  ];
}

/** The same conditions stand further up: the rule would never decide anything. */
function shadowed(rules: readonly RoutingRule[], index: number): RuleProblem[] {
  const own = JSON.stringify(sorted(rules[index]?.when));
  const first = rules.findIndex(({ when }) => JSON.stringify(sorted(when)) === own);
  if (first === index) return [];
  return [
    {
      code: 'RULE_NEVER_REACHED',
      path: `rules[${index}].when`,
      message: `rule ${first + 1} has the same conditions and comes first`,
      messageVi: `quy tắc thứ ${first + 1} có cùng điều kiện và đứng trước`,
    },
  ];
}

/** In one order, however it was written. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return [...(value as unknown[])].sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .map(([name, part]): [string, unknown] => [name, sorted(part)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
