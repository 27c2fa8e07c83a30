import type { StaffRole } from '../../shared/domain/actor.ts';
import type { Department } from '../../shared/domain/department.ts';
import { both, type Html, html, page, pageHeaders } from './page-frame.ts';
import type { Page } from './pages.ts';
import type { Person } from './people.ts';

const ROLE_NAMES: Readonly<Record<StaffRole, readonly [vi: string, en: string]>> = {
  agent: ['Điện thoại viên', 'Agent'],
  supervisor: ['Trưởng ca', 'Supervisor'],
  officer: ['Chuyên viên', 'Officer'],
  department_lead: ['Lãnh đạo đơn vị', 'Department lead'],
  manager: ['Lãnh đạo trung tâm', 'Manager'],
  admin: ['Quản trị hệ thống', 'Administrator'],
  auditor: ['Giám sát', 'Auditor'],
};
const DESK: readonly StaffRole[] = ['agent', 'supervisor'];

/**
 * Where a demonstration person is chosen. Every button works without JavaScript: a script only narrows the list of
 * departments. The form goes back to the address that it came from.
 */
export function signInPage(people: readonly Person[], departments: readonly Department[]): Page {
  const ofCentre = people.filter(({ department }) => department === null);
  const body = html` <h1>${both('Đăng nhập 1022', 'Sign in')}</h1>
    <p>
      Máy cục bộ: chọn một người mẫu, không cần mật khẩu.
      <span lang="en" class="en">This machine only: choose a person, there is no password.</span>
    </p>
    <form method="post">
      <h2>${both('Bàn trực 1022', 'The desk')}</h2>
      <ul class="people">
        ${ofCentre.filter(({ role }) => DESK.includes(role)).map(seat)}
      </ul>
      <h2>${both('Quản lý và giám sát', 'Management and oversight')}</h2>
      <ul class="people">
        ${ofCentre.filter(({ role }) => !DESK.includes(role)).map(seat)}
      </ul>
    </form>
    <h2 id="departments">${both('Đơn vị xử lý', 'Departments')}</h2>
    <div id="filter" hidden>
      <label for="words">${both('Tìm đơn vị hoặc người', 'Find a department or a person')}</label>
      <input id="words" type="search" autocomplete="off" aria-controls="list" />
      <output for="words"></output>
    </div>
    <form method="post">
      <ul class="departments" id="list" aria-labelledby="departments">
        ${departments.map((department) => departmentRow(department, people))}
      </ul>
    </form>`;
  return { headers: pageHeaders(NARROW), body: page('Đăng nhập 1022', body, NARROW) };
}

const seat = (person: Person): Html => html`<li>${personButton(person)}</li>`;

function departmentRow({ code, name, nameEn }: Department, people: readonly Person[]): Html {
  const members = people.filter(({ department }) => department === code);
  const id = `department-${code}`;
  return html`<li>
    <span id="${id}">${both(name, nameEn)}</span>
    ${members.map((member) => personButton(member, id))}
  </li>`;
}

function personButton({ id, name, role }: Person, describedBy?: string): Html {
  const described = describedBy === undefined ? '' : `aria-describedby="${describedBy}"`;
  return html`<button name="person" value="${id}" ${{ html: described }}>
    ${name} <small>${both(...ROLE_NAMES[role])}</small>
  </button>`;
}

/** Narrows the departments to those that have every word, with or without marks. Words go by their beginnings. */
const NARROW = `
const fold = (text) => text.normalize('NFD').replace(/\\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
const rows = [...document.querySelectorAll('#list > li')].map((row) => ({
  row,
  text: ' ' + fold(row.textContent + ' ' + [...row.querySelectorAll('button')].map((b) => b.value.replace('.', ' ')).join(' ')).replace(/\\s+/g, ' '),
}));
const field = document.getElementById('words');
field.addEventListener('input', () => {
  const words = fold(field.value).split(/\\s+/).filter(Boolean);
  for (const { row, text } of rows) row.hidden = !words.every((word) => text.includes(' ' + word));
  const shown = rows.filter(({ row }) => !row.hidden).length;
  document.querySelector('output').textContent = words.length === 0 ? '' : shown + ' đơn vị';
});
document.getElementById('filter').hidden = false;
`;
