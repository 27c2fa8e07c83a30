import type { AuditEntry } from '../../domain/audit.ts';
import type { JurisdictionId } from '../../domain/case.ts';
import type { StaffMember } from '../../domain/staff.ts';
import type { StaffRegister } from '../../ports/staff-directory.ts';
import { InMemoryAuditLog } from './in-memory-audit-log.ts';

export class InMemoryStaffRegister implements StaffRegister {
  readonly #members = new Map<string, StaffMember>();
  readonly #log: InMemoryAuditLog;

  constructor(log = new InMemoryAuditLog()) {
    this.#log = log;
  }

  find(jurisdictionId: JurisdictionId, subject: string): Promise<StaffMember | undefined> {
    return Promise.resolve(this.#members.get(`${jurisdictionId}/${subject}`));
  }

  save(jurisdictionId: JurisdictionId, member: StaffMember, audit: AuditEntry): Promise<void> {
    this.#log.add(jurisdictionId, audit);
    this.#members.set(`${jurisdictionId}/${member.subject}`, structuredClone(member));
    return Promise.resolve();
  }

  list(
    jurisdictionId: JurisdictionId,
    { limit, after = '' }: { readonly limit: number; readonly after?: string | undefined },
  ) {
    const rest = [...this.#members]
      .filter(([key, { subject }]) => key === `${jurisdictionId}/${subject}` && subject > after)
      .map(([, member]) => member)
      .sort((a, b) => (a.subject < b.subject ? -1 : 1));
    const members = structuredClone(rest.slice(0, limit));
    const next = rest.length > limit ? members.at(-1)?.subject : undefined;
    return Promise.resolve({ members, next });
  }
}
