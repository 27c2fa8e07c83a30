import { describe, expect, it } from 'vitest';
import { isDepartmentRole, STAFF_ROLES } from './roles.ts';
import { actorOf, StaffMember } from './staff.ts';

const aMember = (differing: object) => ({
  subject: 'a-subject',
  name: 'Nguyễn Thị Lan',
  role: 'agent',
  department: null,
  active: true,
  ...differing,
});

describe('a staff record', () => {
  it.each(STAFF_ROLES)(
    'of the role %s has a department exactly where the role acts for one',
    (role) => {
      const forDepartment = role === 'officer' || role === 'department_lead';
      expect(isDepartmentRole(role)).toBe(forDepartment);
      expect(StaffMember.safeParse(aMember({ role, department: 'SXD' })).success).toBe(
        forDepartment,
      );
      expect(StaffMember.safeParse(aMember({ role })).success).toBe(!forDepartment);
    },
  );

  it.each([
    { role: 'citizen' },
    { role: 'system' },
    { role: 'root' },
    { subject: '' },
    { admin: true },
  ])('with %j is refused', (differing) =>
    expect(StaffMember.safeParse(aMember(differing)).success).toBe(false),
  );

  it('acts in its role, for its department, under the subject of its token', () =>
    expect(actorOf(StaffMember.parse(aMember({ role: 'officer', department: 'SXD' })))).toEqual({
      id: 'a-subject',
      role: 'officer',
      department: 'SXD',
    }));
});
