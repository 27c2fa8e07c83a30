import type { JurisdictionId } from '../domain/case.ts';
import type { StaffRegister } from '../ports/staff-directory.ts';

/** Rows of 150 bytes: a page of as many is some 4 R. */
const PAGE = 200;

/** What to call whoever works here, by their subject. */
export async function staffNames(
  jurisdictionId: JurisdictionId,
  staff: Pick<StaffRegister, 'list'>,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  let after: string | undefined;
  do {
    const { members, next } = await staff.list(jurisdictionId, { limit: PAGE, after });
    for (const { subject, name } of members) names.set(subject, name);
    after = next;
  } while (after !== undefined);
  return names;
}
