import type { AuditEntry } from '../domain/audit.ts';
import type { JurisdictionId } from '../domain/case.ts';
import type { StaffMember } from '../domain/staff.ts';

/** The people and machines that may work here. */
export interface StaffDirectory {
  find(jurisdictionId: JurisdictionId, subject: string): Promise<StaffMember | undefined>;
}

export interface StaffRegister extends StaffDirectory {
  /** Adds or replaces, and keeps what is said of it. */
  save(jurisdictionId: JurisdictionId, member: StaffMember, audit: AuditEntry): Promise<void>;
  /** Sorted by subject. */
  list(
    jurisdictionId: JurisdictionId,
    page: { readonly limit: number; readonly after?: string | undefined },
  ): Promise<{ readonly members: readonly StaffMember[]; readonly next: string | undefined }>;
}
