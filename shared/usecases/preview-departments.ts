import type { JurisdictionId } from '../domain/case.ts';
import { type Department, type DepartmentCode, isActive } from '../domain/department.ts';
import type { ListProblem } from '../domain/published-list.ts';
import type { Worklists } from '../ports/worklists.ts';
import { rowsUnder } from './count-inbox.ts';
import { departmentList, readListWorld } from './list-kinds.ts';
import { OPEN_AT_DEPARTMENT } from './open-cases.ts';
import type { RulesPorts } from './publish-rules.ts';

export interface DepartmentsPreview {
  /** Number of the list that it was compared with. */
  readonly basedOn: number;
  readonly problems: readonly ListProblem[];
  /** Departments that would take no new cases any more, and what they have to finish. */
  readonly closing: readonly ClosingDepartment[];
}

export interface ClosingDepartment {
  readonly department: DepartmentCode;
  /** That it leads or supports and that are not answered. */
  readonly openCases: number;
  /** False when there are more than are counted: the number is then the least. */
  readonly complete: boolean;
}

export type PreviewDepartments = (
  jurisdictionId: JurisdictionId,
  departments: readonly Department[],
) => Promise<DepartmentsPreview>;

/** What is wrong with departments, and what those would leave behind that close. Changes nothing. */
export const createPreviewDepartments =
  (ports: RulesPorts & { readonly worklists: Worklists }): PreviewDepartments =>
  async (jurisdictionId, departments) => {
    const kind = departmentList(ports);
    const world = await readListWorld(jurisdictionId, ports);
    const held = kind.heldIn(world.now);
    const problems = kind.problems({ before: held.rows, next: departments }, world);
    const had = new Set(held.rows.filter(isActive).map(({ code }) => code));
    const closing = departments.filter((row) => !isActive(row) && had.has(row.code));
    return {
      basedOn: held.number,
      problems,
      closing: await Promise.all(
        closing.map(({ code }) => left(jurisdictionId, code, ports.worklists)),
      ),
    };
  };

async function left(
  jurisdictionId: JurisdictionId,
  department: DepartmentCode,
  worklists: Worklists,
): Promise<ClosingDepartment> {
  const lists = await Promise.all(
    OPEN_AT_DEPARTMENT.map((status) =>
      rowsUnder(worklists, { jurisdictionId, owner: department, status }),
    ),
  );
  return {
    department,
    openCases: lists.reduce((sum, { rows }) => sum + rows.length, 0),
    complete: lists.every(({ complete }) => complete),
  };
}
