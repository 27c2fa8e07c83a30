import type { AuditEntry } from '../domain/audit.ts';
import type { JurisdictionId } from '../domain/case.ts';
import type { DeliverySettings } from '../domain/delivery.ts';
import type { DepartmentCode } from '../domain/department.ts';

export interface DepartmentRef {
  readonly jurisdictionId: JurisdictionId;
  readonly department: DepartmentCode;
}

/** How each department wants to be told. Reads see every write that was acknowledged before them. */
export interface DeliverySettingsStore {
  /** Undefined until the department chooses. */
  find(ref: DepartmentRef): Promise<DeliverySettings | undefined>;
  /** Adds or replaces, and stores what is said of it. */
  save(ref: DepartmentRef, settings: DeliverySettings, audit: AuditEntry): Promise<void>;
}
