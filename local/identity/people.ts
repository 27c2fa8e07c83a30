import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { StaffRole } from '../../shared/domain/actor.ts';
import { Department, type DepartmentCode } from '../../shared/domain/department.ts';

/** Somebody who may sign in on this machine. What they may do stands in the staff records of the directory table. */
export interface Person {
  /** Subject of their tokens and key of their staff record: `lan`, `officer.sxd`. */
  readonly id: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly department: DepartmentCode | null;
}

/**
 * Another system, which signs in with client credentials: a department's, which acts as one of its officers, or the operations
 * centre's, which reads figures as an auditor does.
 */
export interface MachineAccount {
  /** `machine-sxd`: client id, and key of its staff record. */
  readonly clientId: string;
  readonly role: Extract<StaffRole, 'officer' | 'auditor'>;
  readonly department: DepartmentCode | null;
}

const OPERATIONS_CENTRE: MachineAccount = {
  clientId: 'machine-ioc',
  role: 'auditor',
  department: null,
};

const centre = (id: string, name: string, role: StaffRole): Person => ({
  id,
  name,
  role,
  department: null,
});

/** Those of the 1022 centre and of the province; the people of departments are derived from the department codes. */
export const CENTRE_PEOPLE: readonly Person[] = [
  centre('lan', 'Nguyễn Thị Lan', 'agent'),
  centre('minh', 'Trần Văn Minh', 'agent'),
  centre('huong', 'Lê Thị Hương', 'supervisor'),
  centre('quang', 'Phạm Minh Quang', 'manager'),
  centre('tuan', 'Võ Anh Tuấn', 'admin'),
  centre('yen', 'Đặng Thị Yến', 'auditor'),
];

/** One officer and one lead a department beside the people of the centre. */
export const demonstrationPeople = (departments: readonly Department[]): readonly Person[] => [
  ...CENTRE_PEOPLE,
  ...departments.flatMap(({ code }) => [
    ofDepartment('officer', code),
    ofDepartment('department_lead', code),
  ]),
];

export const machineAccounts = (departments: readonly Department[]): readonly MachineAccount[] => [
  ...departments.map(({ code }) => ({
    clientId: `machine-${code.toLowerCase()}`,
    role: 'officer' as const,
    department: code,
  })),
  OPERATIONS_CENTRE,
];

/** The departments of a jurisdiction's folder; throws when the file is missing or wrong. */
export function readDepartments(jurisdictionId: string): readonly Department[] {
  const folder = join(import.meta.dirname, '../../shared/jurisdictions', jurisdictionId);
  const file: unknown = JSON.parse(readFileSync(join(folder, 'departments.json'), 'utf8'));
  return z.object({ departments: z.array(Department) }).parse(file).departments;
}

function ofDepartment(role: 'officer' | 'department_lead', code: DepartmentCode): Person {
  const id = `${role === 'officer' ? 'officer' : 'lead'}.${code.toLowerCase()}`;
  return { id, name: invented(id), role, department: code };
}

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Phan', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ'];
const WOMEN = ['Hoa', 'Mai', 'Thảo', 'Hạnh', 'Ngọc', 'Phương', 'Thủy', 'Trang', 'Vân'];
const MEN = ['An', 'Bình', 'Cường', 'Dũng', 'Hải', 'Khoa', 'Long', 'Nam', 'Phúc', 'Sơn', 'Thành'];

/** The same id has the same invented name on every machine. */
function invented(id: string): string {
  const [family = 0, kind = 0, given = 0] = createHash('sha256').update(id).digest();
  const from = (list: readonly string[], number: number): string =>
    list[number % list.length] ?? '';
  const rest = kind % 2 === 0 ? `Thị ${from(WOMEN, given)}` : `Văn ${from(MEN, given)}`;
  return `${from(FAMILY, family)} ${rest}`;
}
