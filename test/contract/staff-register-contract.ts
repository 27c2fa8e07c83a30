import { describe, expect, it } from 'vitest';
import { JurisdictionId } from '../../shared/domain/case.ts';
import { StaffMember } from '../../shared/domain/staff.ts';
import type { StaffRegister } from '../../shared/ports/staff-directory.ts';
import { jurisdictionId } from '../support/case-builder.ts';

const elsewhere = JurisdictionId.parse('dong-nai');

const aMember = (subject: string, differing: Partial<Record<keyof StaffMember, unknown>> = {}) =>
  StaffMember.parse({
    subject,
    name: 'Trần Thị Lan',
    role: 'agent',
    department: null,
    active: true,
    ...differing,
  });

const BY = { id: 'tuan', role: 'admin', department: null } as const;
const save = (register: StaffRegister, at: JurisdictionId, after: StaffMember) =>
  register.save(at, after, {
    ...{ at: '2020-03-05T02:00:00.000Z', by: BY, kind: 'staff', of: after.subject },
    ...{ before: null, after },
  });

/** What every StaffRegister promises. */
export function staffRegisterContract(name: string, empty: () => Promise<StaffRegister>): void {
  describe(`the staff register ${name}`, () => {
    it('knows who was entered, as they were entered', async () => {
      const register = await empty();
      const officer = aMember('o-1', { role: 'officer', department: 'SGTVT' });
      await save(register, jurisdictionId, officer);
      expect(await register.find(jurisdictionId, 'o-1')).toEqual(officer);
      expect(await register.find(jurisdictionId, 'o-2')).toBeUndefined();
      expect(await register.find(elsewhere, 'o-1')).toBeUndefined();
    });

    it('has the latest of a person', async () => {
      const register = await empty();
      await save(register, jurisdictionId, aMember('lan'));
      await save(register, jurisdictionId, aMember('lan', { role: 'supervisor', active: false }));
      expect(await register.find(jurisdictionId, 'lan')).toMatchObject({
        role: 'supervisor',
        active: false,
      });
      expect((await register.list(jurisdictionId, { limit: 10 })).members).toHaveLength(1);
    });

    it('shows everybody of the jurisdiction once, by subject, a page at a time', async () => {
      const register = await empty();
      const subjects = ['e', 'b', 'd', 'a', 'f', 'c'];
      for (const subject of subjects) await save(register, jurisdictionId, aMember(subject));
      await save(register, elsewhere, aMember('bb'));
      const pages: string[][] = [];
      let after: string | undefined;
      do {
        const page = await register.list(jurisdictionId, { limit: 3, after });
        pages.push(page.members.map(({ subject }) => subject));
        after = page.next;
      } while (after !== undefined);
      expect(pages).toEqual([
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
      ]);
    });
  });
}
