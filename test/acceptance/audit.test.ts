import { afterAll, beforeAll, expect, it } from 'vitest';
import type * as z from 'zod';
import { connectionRoutes } from '../../functions/connection/routes.ts';
import { directoryRoutes } from '../../functions/directory/routes.ts';
import { rulesRoutes } from '../../functions/rules/routes.ts';
import { AuditBody } from '../../shared/contracts/administration.ts';
import type { Route } from '../../shared/contracts/route.ts';
import { DepartmentsBody, ServicesBody } from '../../shared/contracts/directory-lists.ts';
import { CurrentRulesBody } from '../../shared/contracts/rules.ts';
import type { AuditKind } from '../../shared/domain/audit-kinds.ts';
import { aCalendarYear } from '../support/calendar-years.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';

let hotline: Hotline;
beforeAll(async () => {
  hotline = await startHotline();
});
afterAll(() => hotline.close());

type Asked = Omit<Parameters<Hotline['call']>[0], 'as'>;

interface Change {
  readonly kind: AuditKind;
  readonly as: string;
  readonly asked: () => Promise<Asked> | Asked;
  readonly before: unknown;
  readonly after: object;
}

const named = (name: string) => ({ name, role: 'agent', department: null });
const putStaff = (name: string): Asked => ({
  method: 'PUT',
  path: '/v1/directory/staff/mai',
  body: named(name),
});
const delivery = (mode: object): Asked => ({
  method: 'PUT',
  path: '/v1/department/delivery',
  body: mode,
});
const webhook = { mode: 'webhook', url: 'http://localhost:9/1022' };

/** What changes the administration, in an order in which each finds what it changes. */
const changes: Readonly<Record<string, Change>> = {
  putStaff: {
    ...{ kind: 'staff', as: 'tuan', asked: () => putStaff('Mai') },
    ...{ before: null, after: named('Mai') },
  },
  putTemplate: {
    kind: 'template',
    as: 'huong',
    asked: () => ({
      method: 'PUT',
      path: '/v1/directory/templates/audited',
      body: { owner: 'desk', serviceCode: null, language: 'vi', name: 'Mẫu', text: 'Lời.' },
      ifMatch: 0,
    }),
    before: null,
    after: { name: 'Mẫu', text: 'Lời.', active: true },
  },
  publishRules: {
    kind: 'rules',
    as: 'tuan',
    asked: async () => {
      const read = { method: 'GET', path: '/v1/directory/rules', as: 'tuan' } as const;
      const { rules } = CurrentRulesBody.parse((await hotline.call(read)).body);
      const body = { rules: rules.slice(1), reason: 'Bỏ một quy tắc' };
      const { path } = read;
      return { method: 'POST', path, body, ifMatch: 0, idempotencyKey: 'audited-rules' };
    },
    before: { number: 0 },
    after: { number: 1, reason: 'Bỏ một quy tắc', removed: [expect.any(String)] },
  },
  publishDepartments: {
    kind: 'department',
    as: 'tuan',
    asked: async () => {
      const { path, departments } = await listed(DepartmentsBody, '/v1/directory/departments');
      const [first, ...others] = departments;
      const rows = [{ ...first, name: 'Văn phòng UBND tỉnh' }, ...others];
      const body = { departments: rows, reason: 'Gọi tắt' };
      return { method: 'POST', path, body, ifMatch: 0, idempotencyKey: 'audited-departments' };
    },
    before: { code: 'VPUB', name: 'Văn phòng Ủy ban nhân dân tỉnh' },
    after: { code: 'VPUB', name: 'Văn phòng UBND tỉnh', number: 1, reason: 'Gọi tắt' },
  },
  publishServices: {
    kind: 'service',
    as: 'tuan',
    asked: async () => {
      const { path, services } = await listed(ServicesBody, '/v1/directory/services');
      const [first, ...others] = services;
      const rows = [{ ...first, target: { amount: 3, unit: 'workingDays' } }, ...others];
      const body = { services: rows, reason: 'Rút ngắn' };
      return { method: 'POST', path, body, ifMatch: 0, idempotencyKey: 'audited-services' };
    },
    before: { code: 'road-damage', target: { amount: 5, unit: 'workingDays' } },
    after: { code: 'road-damage', target: { amount: 3, unit: 'workingDays' }, number: 1 },
  },
  publishCalendar: {
    kind: 'calendar',
    as: 'tuan',
    asked: () => ({
      method: 'POST',
      path: '/v1/directory/calendars',
      body: { ...aCalendarYear(), reason: 'Thông báo số 12/TB-UBND' },
      ifMatch: 0,
      idempotencyKey: 'audited-calendar',
    }),
    before: { number: 0 },
    after: { number: 1, reason: 'Thông báo số 12/TB-UBND', entered: aCalendarYear() },
  },
  putDelivery: {
    ...{ kind: 'delivery', as: 'lead.sgtvt', asked: () => delivery(webhook) },
    ...{ before: { mode: 'inbox' }, after: webhook },
  },
  rotateDeliverySecret: {
    kind: 'delivery',
    as: 'lead.sgtvt',
    asked: () => ({ method: 'POST', path: '/v1/department/delivery/rotate-secret' }),
    before: webhook,
    after: { ...webhook, secret: 'rotated' },
  },
};

/** Of the others, each with why nothing is said of it here. */
const others: Readonly<Record<string, string>> = {
  putPreferences: 'is of nobody but who chooses',
  resendDelivery: 'is told by the log of deliveries',
  previewRules: 'changes nothing',
  previewDepartments: 'changes nothing',
  previewServices: 'changes nothing',
  previewCalendar: 'changes nothing',
  rollBackModel: 'needs a model that was learned: learning.test.ts',
};

async function listed<S extends z.ZodType<object>>(schema: S, path: string) {
  const { body } = await hotline.call({ method: 'GET', path, as: 'tuan' });
  return { path, ...schema.parse(body) };
}

const isOfACase = ({ path }: Route): boolean => path.includes('/cases/');
const changing = (routes: readonly Route[]): string[] =>
  routes
    .filter((route) => route.method !== 'GET' && !isOfACase(route))
    .map(({ operation }) => operation);

it('knows every way to change the administration', () =>
  expect(changing([...directoryRoutes, ...rulesRoutes, ...connectionRoutes]).sort()).toEqual(
    [...Object.keys(changes), ...Object.keys(others)].sort(),
  ));

it.each(Object.entries(changes))(
  'tells of %s: who, what stood there before, and what stands there after',
  async (_, { kind, as, asked, before, after }) => {
    const changed = await hotline.call({ ...(await asked()), as });
    expect([200, 201]).toContain(changed.status);
    const path = `/v1/directory/audit?kind=${kind}&limit=1`;
    const { entries } = AuditBody.parse(
      (await hotline.call({ method: 'GET', path, as: 'tuan' })).body,
    );
    expect(entries).toMatchObject([{ kind, by: { id: as }, before, after }]);
  },
);
