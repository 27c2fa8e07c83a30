import * as z from 'zod';
import type { StaffMember } from '../../shared/domain/staff.ts';
import type { Session } from '../client/session.ts';
import { demonstrationPeople, machineAccounts, readDepartments } from '../identity/people.ts';

/** Who gives the others their roles, once an operator has made them the first admin (`npm run grant`). */
export const FIRST_ADMIN = 'tuan';

const Page = z.object({
  staff: z.array(z.object({ subject: z.string() })),
  next: z.string().nullable(),
});

/** Requests under way at once; more would only wait for the store. */
const AT_ONCE = 8;

/** Gives everybody who may sign in on this machine their staff record, through the API, as an admin would. */
export async function registerPeople(session: Session, jurisdictionId: string): Promise<number> {
  const known = await knownSubjects(session);
  const missing = everybody(jurisdictionId).filter(({ subject }) => !known.has(subject));
  const waiting = missing.values();
  const worker = async (): Promise<void> => {
    for (const member of waiting) await register(session, member);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return missing.length;
}

/** The demonstration people and the machine clients of the departments, as staff records. */
export function everybody(jurisdictionId: string): readonly StaffMember[] {
  const departments = readDepartments(jurisdictionId);
  const people = demonstrationPeople(departments).map(({ id, name, role, department }) => ({
    subject: id,
    name,
    role,
    department,
    active: true,
  }));
  const machines = machineAccounts(departments).map(({ clientId, role, department }) => ({
    subject: clientId,
    name: `Hệ thống ${department ?? 'IOC'}`,
    role,
    department,
    active: true,
  }));
  return [...people, ...machines];
}

async function knownSubjects(session: Session): Promise<ReadonlySet<string>> {
  const subjects = new Set<string>();
  let next: string | null = '';
  while (next !== null) {
    const after: string = next === '' ? '' : `&after=${encodeURIComponent(next)}`;
    const path = `/v1/directory/staff?limit=100${after}`;
    const { status, body } = await session.call({ method: 'GET', path, as: FIRST_ADMIN });
    if (status !== 200) throw new Error(`List of staff: ${status} ${JSON.stringify(body)}`);
    const page = Page.parse(body);
    for (const { subject } of page.staff) subjects.add(subject);
    next = page.next;
  }
  return subjects;
}

async function register(session: Session, { subject, ...body }: StaffMember): Promise<void> {
  const path = `/v1/directory/staff/${encodeURIComponent(subject)}`;
  const answer = await session.call({ method: 'PUT', path, as: FIRST_ADMIN, body });
  if (answer.status !== 200) {
    throw new Error(`${subject}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}
