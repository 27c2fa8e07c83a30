import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Department } from '../../shared/domain/department.ts';
import { problemPage } from './pages.ts';
import { demonstrationPeople, machineAccounts, readDepartments } from './people.ts';
import { signInPage } from './sign-in-page.ts';

const departments = readDepartments('binh-duong');
const people = demonstrationPeople(departments);

describe('the people of the demonstration', () => {
  it('have two agents, one of each other seat of the centre, and two a department', () => {
    const roles = Map.groupBy(people, ({ role }) => role);
    expect(Object.fromEntries([...roles].map(([role, of]) => [role, of.length]))).toEqual({
      agent: 2,
      supervisor: 1,
      manager: 1,
      admin: 1,
      auditor: 1,
      officer: 47,
      department_lead: 47,
    });
  });

  it('have ids that say who they are, each its own', () => {
    const ids = people.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['lan', 'officer.sxd', 'lead.sxd']));
    expect(people.find(({ id }) => id === 'lead.sxd')).toMatchObject({
      role: 'department_lead',
      department: 'SXD',
    });
  });

  it('keep their invented names when a department is added before them', () => {
    const added = [Department.parse({ ...departments[0], code: 'NEW' }), ...departments];
    expect(demonstrationPeople(added)).toEqual(expect.arrayContaining([...people]));
  });

  it('are joined by one machine client a department, and that of the operations centre', () => {
    expect(machineAccounts(departments)).toHaveLength(48);
    expect(machineAccounts(departments)[8]).toEqual({
      clientId: 'machine-sxd',
      role: 'officer',
      department: 'SXD',
    });
    expect(machineAccounts(departments).at(-1)).toMatchObject({ clientId: 'machine-ioc' });
  });
});

describe('the sign-in page', () => {
  const { body, headers } = signInPage(people, departments);

  it('has a button that works without a script for everybody', () => {
    const chosen = [...body.matchAll(/<button[^>]*name="person"[^>]*value="([^"]+)"/g)];
    expect(chosen.map(([, id]) => id).sort()).toEqual(people.map(({ id }) => id).sort());
    expect(body.match(/<form method="post">/g)).toHaveLength(2);
  });

  it('is Vietnamese first, with English marked as such', () => {
    expect(body).toContain('<html lang="vi">');
    expect(body).toContain('<title>Đăng nhập 1022</title>');
    expect(body).toContain('Bàn trực 1022 <span lang="en"');
  });

  it('allows its own script and nothing else', () => {
    const script = /<script>([^]*)<\/script>/.exec(body)?.[1] ?? '';
    const digest = createHash('sha256').update(script).digest('base64');
    expect(headers['content-security-policy']).toContain(`script-src 'sha256-${digest}'`);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('shows a name as text, whatever stands in it', () => {
    const name = '<img src=x onerror="alert(1)"> & Sở';
    const odd = Department.parse({ ...departments[0], name });
    expect(signInPage(people, [odd]).body).toContain(
      '&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; Sở',
    );
    expect(problemPage(name).body).not.toContain('<img');
  });
});
