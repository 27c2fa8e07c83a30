import type { DistrictCode } from './area.ts';
import type { Department, DepartmentCode } from './department.ts';
import {
  districtOfPlace,
  firstMatch,
  type RoutingFacts,
  type RuleWorld,
} from './routing-rule-match.ts';
import type { RuleCode } from './routing-names.ts';
import type { RoutingRule } from './routing-rule.ts';
import { DISTRICT_LEAD, HOTLINE_LEAD, type Service } from './service-catalog.ts';

/** What routing reads of a jurisdiction. */
export interface RoutingDirectory extends RuleWorld {
  readonly departmentOfDistrict: ReadonlyMap<DistrictCode, Department>;
  /** In order; they come before the service catalogue. */
  readonly rules: readonly RoutingRule[];
}

/** A proposal: an agent may always decide otherwise, and must where `decided` is false. */
export type RouteProposal = Decided & {
  /** The rule that chose; null where the service catalogue did. */
  readonly rule: RuleCode | null;
};

type Decided =
  | {
      readonly decided: true;
      readonly to: 'departments';
      readonly lead: DepartmentCode;
      readonly supporting: readonly DepartmentCode[];
      readonly because: 'SERVICE_LEAD' | 'DISTRICT_OF_PLACE' | 'RULE';
    }
  | { readonly decided: true; readonly to: 'desk'; readonly because: 'HOTLINE_ANSWERS' }
  | { readonly decided: false; readonly because: RouteUndecided };

export type RouteUndecided =
  | 'NOT_CLASSIFIED'
  | 'PLACE_MISSING'
  | 'PLACE_UNKNOWN'
  | 'DISTRICT_UNCLEAR'
  | 'DISTRICT_WITHOUT_DEPARTMENT';

/** Who should answer a case: the first rule that matches decides, else the service catalogue. */
export function proposeRoute(facts: RoutingFacts, directory: RoutingDirectory): RouteProposal {
  const rule = firstMatch(directory.rules, facts, directory);
  const chosen = chosenBy(rule ?? facts.service, facts, directory);
  if (rule === undefined) return { ...chosen, rule: null };
  return chosen.decided && chosen.to === 'departments'
    ? { ...chosen, because: 'RULE', rule: rule.code }
    : { ...chosen, rule: rule.code };
}

type Choice = Pick<Service | RoutingRule, 'lead'> & {
  readonly supporting: readonly (DepartmentCode | typeof DISTRICT_LEAD)[];
};

function chosenBy(choice: Choice, facts: RoutingFacts, directory: RoutingDirectory): Decided {
  if (choice.lead === HOTLINE_LEAD) {
    return { decided: true, to: 'desk', because: 'HOTLINE_ANSWERS' };
  }
  const district = districtDepartment(facts, directory);
  if (choice.lead !== DISTRICT_LEAD) {
    return toDepartments(choice.lead, named(choice.supporting, district), 'SERVICE_LEAD');
  }
  return typeof district === 'string'
    ? { decided: false, because: district }
    : toDepartments(district.code, named(choice.supporting, district), 'DISTRICT_OF_PLACE');
}

/** Whose ground it is, or why nobody can tell. */
function districtDepartment(
  facts: RoutingFacts,
  { areas, departmentOfDistrict }: RoutingDirectory,
): Department | Exclude<RouteUndecided, 'NOT_CLASSIFIED'> {
  const district = districtOfPlace(facts, areas);
  if (district !== null) {
    return departmentOfDistrict.get(district) ?? 'DISTRICT_WITHOUT_DEPARTMENT';
  }
  if (facts.areaCode === null) return 'PLACE_MISSING';
  return areas.has(facts.areaCode) ? 'DISTRICT_UNCLEAR' : 'PLACE_UNKNOWN';
}

/** A rule may name the district of the place as supporting; where that is not known it goes without. */
const named = (
  supporting: Choice['supporting'],
  district: ReturnType<typeof districtDepartment>,
): DepartmentCode[] =>
  supporting.flatMap((code) => {
    if (code !== DISTRICT_LEAD) return [code];
    return typeof district === 'string' ? [] : [district.code];
  });

/** A district may be named as supporting and turn out to be the lead; nobody supports itself or gets a case twice. */
const toDepartments = (
  lead: DepartmentCode,
  supporting: readonly DepartmentCode[],
  because: 'SERVICE_LEAD' | 'DISTRICT_OF_PLACE',
): Decided => ({
  decided: true,
  to: 'departments',
  lead,
  supporting: [...new Set(supporting)].filter((code) => code !== lead),
  because,
});

/** Whether the departments depend on where it is: somebody else would get it from another place. */
export function placeDecides(
  facts: Omit<RoutingFacts, 'areaCode'>,
  directory: RoutingDirectory,
): boolean {
  const places = [null, ...Array.from(directory.areas.values(), ({ code }) => code)];
  const departments = places.map((areaCode) => {
    const route = proposeRoute({ ...facts, areaCode }, directory);
    return route.decided && route.to === 'departments'
      ? [route.lead, ...route.supporting].join()
      : '';
  });
  return new Set(departments).size > 1;
}
