import type { JurisdictionId } from '../domain/case.ts';
import type { Department } from '../domain/department.ts';
import {
  type Jurisdiction,
  withDepartments,
  withServices,
} from '../domain/jurisdiction-lookups.ts';
import { BUNDLED_LIST, type NumberedList } from '../domain/published-list.ts';
import type { Service } from '../domain/service-catalog.ts';
import type { DirectoryLists } from '../ports/list-store.ts';

export interface DirectoryPorts {
  readonly lists: DirectoryLists;
  /** As it is bundled with the code. */
  readonly jurisdiction: Jurisdiction;
}

export interface DirectoryNow {
  readonly departments: NumberedList<Department>;
  readonly services: NumberedList<Service>;
  /** With both; its calendar and rules are the bundled ones. */
  readonly jurisdiction: Jurisdiction;
}

/** The departments and services of this very moment: sees every publication that was acknowledged. */
export async function readDirectory(
  jurisdictionId: JurisdictionId,
  { lists, jurisdiction: bundled }: DirectoryPorts,
): Promise<DirectoryNow> {
  const [departments, services] = await Promise.all([
    lists.departments.current(jurisdictionId),
    lists.services.current(jurisdictionId),
  ]);
  const had = <Row>(rows: ReadonlyMap<string, Row>): NumberedList<Row> => ({
    number: BUNDLED_LIST,
    rows: [...rows.values()],
  });
  const now = {
    departments: departments ?? had(bundled.departments),
    services: services ?? had(bundled.services),
  };
  const jurisdiction = withServices(
    withDepartments(bundled, now.departments.rows),
    now.services.rows,
  );
  return { ...now, jurisdiction };
}
