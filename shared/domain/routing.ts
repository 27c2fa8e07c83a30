import type { AreaCode, DistrictCode } from './area.ts';
import type { AreaLookup } from './area-lookup.ts';
import type { Department, DepartmentCode } from './department.ts';
import { DISTRICT_LEAD, HOTLINE_LEAD, type Service } from './service-catalog.ts';

/** What routing reads of a jurisdiction. */
export interface RoutingDirectory {
  readonly areas: AreaLookup;
  readonly departmentOfDistrict: ReadonlyMap<DistrictCode, Department>;
}

export interface RouteQuestion {
  readonly service: Pick<Service, 'lead' | 'supporting'>;
  /** Commune or district of the case, when it is known. */
  readonly areaCode?: AreaCode | undefined;
}

/** A proposal: an agent may always decide otherwise, and must where `decided` is false. */
export type RouteProposal =
  | {
      readonly decided: true;
      readonly to: 'departments';
      readonly lead: DepartmentCode;
      readonly supporting: readonly DepartmentCode[];
      readonly because: 'SERVICE_LEAD' | 'DISTRICT_OF_PLACE';
    }
  | { readonly decided: true; readonly to: 'desk'; readonly because: 'HOTLINE_ANSWERS' }
  | { readonly decided: false; readonly because: RouteUndecided };

export type RouteUndecided =
  'NOT_CLASSIFIED' | 'PLACE_MISSING' | 'PLACE_UNKNOWN' | 'DISTRICT_WITHOUT_DEPARTMENT';

/** Who should answer a case of this service at this place, from the service catalogue. */
export function proposeRoute(
  { service, areaCode }: RouteQuestion,
  directory: RoutingDirectory,
): RouteProposal {
  if (service.lead === HOTLINE_LEAD) {
    return { decided: true, to: 'desk', because: 'HOTLINE_ANSWERS' };
  }
  if (service.lead !== DISTRICT_LEAD) {
    return toDepartments(service.lead, service.supporting, 'SERVICE_LEAD');
  }
  if (areaCode === undefined) return { decided: false, because: 'PLACE_MISSING' };
  const area = directory.areas.get(areaCode);
  if (area === undefined) return { decided: false, because: 'PLACE_UNKNOWN' };
  const lead = directory.departmentOfDistrict.get(area.districtCode);
  if (lead === undefined) return { decided: false, because: 'DISTRICT_WITHOUT_DEPARTMENT' };
  return toDepartments(lead.code, service.supporting, 'DISTRICT_OF_PLACE');
}

/** A district may be named as supporting and turn out to be the lead; nobody supports itself or gets a case twice. */
const toDepartments = (
  lead: DepartmentCode,
  supporting: readonly DepartmentCode[],
  because: 'SERVICE_LEAD' | 'DISTRICT_OF_PLACE',
): RouteProposal => ({
  decided: true,
  to: 'departments',
  lead,
  supporting: [...new Set(supporting)].filter((code) => code !== lead),
  because,
});
