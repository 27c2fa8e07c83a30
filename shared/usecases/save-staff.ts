import type { Actor } from '../domain/actor.ts';
import type { JurisdictionId } from '../domain/case.ts';
import type { DepartmentCode } from '../domain/department.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { StaffMember } from '../domain/staff.ts';
import type { StaffRegister } from '../ports/staff-directory.ts';
import type { Clock } from '../ports/system.ts';

export type SaveStaffError =
  | { readonly code: 'UNKNOWN_DEPARTMENT'; readonly department: DepartmentCode }
  | { readonly code: 'STAFF_INVALID' };

export type SaveStaff = (
  jurisdictionId: JurisdictionId,
  member: StaffMember,
  by: Actor,
) => Promise<Result<StaffMember, SaveStaffError>>;

export interface SaveStaffPorts {
  readonly staff: StaffRegister;
  readonly clock: Clock;
  readonly jurisdiction: Pick<Jurisdiction, 'departments'>;
}

/** Gives a person or machine a role; with `active: false` takes every right away and keeps the name for history. */
export const createSaveStaff =
  ({ staff, clock, jurisdiction }: SaveStaffPorts): SaveStaff =>
  async (jurisdictionId, member, by) => {
    const { department } = member;
    if (department !== null && !jurisdiction.departments.has(department)) {
      return err({ code: 'UNKNOWN_DEPARTMENT', department });
    }
    if (!StaffMember.safeParse(member).success) return err({ code: 'STAFF_INVALID' });
    const before = (await staff.find(jurisdictionId, member.subject)) ?? null;
    const at = clock.now().toISOString();
    const audit = { at, by, kind: 'staff', of: member.subject, before, after: member } as const;
    await staff.save(jurisdictionId, member, audit);
    return ok(member);
  };
