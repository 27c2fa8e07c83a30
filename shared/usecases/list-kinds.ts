import type { AuditKind } from '../domain/audit-kinds.ts';
import type { JurisdictionId } from '../domain/case.ts';
import { departmentProblems } from '../domain/department-problems.ts';
import type { Department } from '../domain/department.ts';
import type { ListChange } from '../domain/list-problems.ts';
import type { ListProblem, NumberedList } from '../domain/published-list.ts';
import type { Service } from '../domain/service-catalog.ts';
import { serviceListProblems } from '../domain/service-problems.ts';
import type { ListStore } from '../ports/list-store.ts';
import { readCurrentRules, type RulesPorts } from './publish-rules.ts';
import { type DirectoryNow, readDirectory } from './read-directory.ts';

/** The two lists that a jurisdiction publishes, and what each row means to the rest of it. */
export interface ListKind<Row extends { readonly code: string }> {
  /** Under which the audit keeps a change of a row. */
  readonly audit: AuditKind;
  readonly store: ListStore<Row>;
  readonly heldIn: (now: DirectoryNow) => NumberedList<Row>;
  readonly problems: (change: ListChange<Row>, world: ListWorld) => readonly ListProblem[];
}

export interface ListWorld {
  readonly now: DirectoryNow;
  readonly rules: Awaited<ReturnType<typeof readCurrentRules>>['rules'];
}

/** All that a list is held against, as it is at this very moment. */
export async function readListWorld(
  jurisdictionId: JurisdictionId,
  ports: RulesPorts,
): Promise<ListWorld> {
  const [now, { rules }] = await Promise.all([
    readDirectory(jurisdictionId, ports),
    readCurrentRules(jurisdictionId, ports),
  ]);
  return { now, rules };
}

export const departmentList = ({ lists }: RulesPorts): ListKind<Department> => ({
  audit: 'department',
  store: lists.departments,
  heldIn: ({ departments }) => departments,
  problems: (change, { now: { jurisdiction, services }, rules }) => {
    const districts = new Set<string>(jurisdiction.districts.map(({ code }) => code));
    return departmentProblems(change, { districts, services: services.rows, rules });
  },
});

export const serviceList = ({ lists }: RulesPorts): ListKind<Service> => ({
  audit: 'service',
  store: lists.services,
  heldIn: ({ services }) => services,
  problems: (change, { now: { jurisdiction }, rules }) =>
    serviceListProblems(change, { ...jurisdiction, rules }),
});
