import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { AuditBody } from '../../shared/contracts/administration.ts';
import {
  DepartmentsBody,
  ListHistoryBody,
  ServicesBody,
  ServicesPreviewBody,
} from '../../shared/contracts/directory-lists.ts';
import { DraftProposalBody } from '../../shared/contracts/drafts.ts';
import { CurrentRulesBody } from '../../shared/contracts/rules.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { aCall, people } from '../support/life-of-a-case.ts';

/** Beyond the minute for which a process keeps the lists that it has. */
const SEEN_EVERYWHERE_MS = 61_000;

let hotline: Hotline;
beforeAll(async () => {
  hotline = await startHotline();
});
afterAll(() => hotline.close());

const call = (...args: Parameters<Hotline['call']>) => hotline.call(...args);
const seenEverywhere = () => hotline.host.clock.advance(SEEN_EVERYWHERE_MS);
const read = async <S extends z.ZodType>(schema: S, path: string): Promise<z.infer<S>> =>
  schema.parse((await call({ method: 'GET', path: `/v1/directory/${path}`, as: 'tuan' })).body);

type Department = z.infer<typeof DepartmentsBody>['departments'][number];
type Service = z.infer<typeof ServicesBody>['services'][number];

let keys = 0;
const post = (path: string, body: object, ifMatch?: number) =>
  call({
    method: 'POST',
    path: `/v1/directory/${path}`,
    ...{ as: 'tuan', body },
    ...(ifMatch !== undefined && { ifMatch, idempotencyKey: `directory-list-${(keys += 1)}` }),
  });

/** Publishes the list that holds, changed. */
const publishDepartments = async (change: (rows: Department[]) => readonly object[]) => {
  const { number, departments } = await read(DepartmentsBody, 'departments');
  const body = { departments: change(departments), reason: 'Nghị quyết 05/NQ-HĐND' };
  return post('departments', body, number);
};
const publishServices = async (change: (rows: Service[]) => readonly object[]) => {
  const { number, services } = await read(ServicesBody, 'services');
  return post('services', { services: change(services), reason: 'Quyết định 7/QĐ-UBND' }, number);
};
const changing =
  <Row extends { readonly code: string }>(code: string, differing: object) =>
  (rows: readonly Row[]) =>
    rows.map((row) => (row.code === code ? { ...row, ...differing } : row));

const aDepartment = { code: 'SCDS', name: 'Sở Chuyển đổi số', nameEn: 'Digital Department' };

describe('departments', () => {
  it('come with the software, and an administrator adds one that cases then go to', async () => {
    expect(await read(DepartmentsBody, 'departments')).toMatchObject({
      number: 0,
      published: null,
    });
    const published = await publishDepartments((rows) => [
      ...rows,
      { ...aDepartment, kind: 'department' },
    ]);
    expect(published).toMatchObject({
      status: 201,
      body: { number: 1, published: { added: ['SCDS'], changed: [], by: { id: 'tuan' } } },
    });
    // Its people, in the next breath.
    const person = { name: 'Trần Văn Số', role: 'officer', department: 'SCDS' };
    const path = '/v1/directory/staff/officer.scds';
    expect(await call({ method: 'PUT', path, as: 'tuan', body: person })).toMatchObject({
      status: 200,
    });
    seenEverywhere();
    const { log, desk } = people(call);
    const routed = await desk(await log(), 'route', { lead: 'SCDS' });
    expect(routed).toMatchObject({ status: 'routed', lead: 'SCDS' });
    const tracked = await call({
      method: 'GET',
      path: `/v1/citizen/cases/${routed.trackingCode}`,
    });
    expect(tracked.body).toMatchObject({ department: { name: 'Sở Chuyển đổi số' } });
  });

  it('that are closed take no new cases, finish those that they have, and may open again', async () => {
    const { log, desk, department } = people(call);
    const routed = await desk(await log(), 'route', { lead: 'BQLKCN' });
    const accepted = await department('officer.bqlkcn', routed, 'accept');
    const { number, departments } = await read(DepartmentsBody, 'departments');
    // The rules and services that name it first.
    const { rules, ...held } = await read(CurrentRulesBody, 'rules');
    const without = rules.map((rule) => ({
      ...rule,
      supporting: rule.supporting.filter((code) => code !== 'BQLKCN'),
    }));
    await post('rules', { rules: without, reason: 'Sáp nhập' }, held.number);
    await publishServices((rows) =>
      rows.map((row) => ({
        ...row,
        lead: row.lead === 'BQLKCN' ? 'SCT' : row.lead,
        supporting: row.supporting.filter((code) => code !== 'BQLKCN' && code !== 'SCT'),
      })),
    );
    const closed = changing<Department>('BQLKCN', { active: false })(departments);
    expect((await post('departments/preview', { departments: closed })).body).toEqual({
      basedOn: number,
      problems: [],
      closing: [{ department: 'BQLKCN', openCases: 1, complete: true }],
    });
    expect(await publishDepartments(() => closed)).toMatchObject({ status: 201 });
    seenEverywhere();
    const next = await log();
    const path = `/v1/desk/cases/${next.caseId}/route`;
    const refused = await call({
      ...{ method: 'POST', path, as: 'lan', ifMatch: next.version },
      body: { lead: 'BQLKCN' },
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'DEPARTMENT_INACTIVE' } });
    const answer = { text: 'Đã xử lý xong.' };
    expect(await department('officer.bqlkcn', accepted, 'answer', answer)).toMatchObject({
      status: 'answered',
    });
    const again = await publishDepartments(changing('BQLKCN', { active: true }));
    expect(again).toMatchObject({ status: 201, body: { published: { changed: ['BQLKCN'] } } });
  });

  it.each<[string, (rows: Department[]) => readonly object[], string]>([
    [
      'closes one that rules name',
      changing('SGTVT', { active: false }),
      'DEPARTMENT_NAMED_BY_RULE',
    ],
    [
      'closes one that services name',
      changing('SXD', { active: false }),
      'DEPARTMENT_NAMED_BY_SERVICE',
    ],
    [
      'leaves a district to nobody',
      changing('TA', { active: false }),
      'DISTRICT_WITHOUT_DEPARTMENT',
    ],
    ['leaves one out', (rows) => rows.slice(1), 'CODE_GONE'],
    ['gives a code twice', (rows) => [...rows, ...rows.slice(0, 1)], 'CODE_REPEATED'],
  ])('are refused whole when a list %s, and the preview says so', async (...[, change, code]) => {
    const { number, departments } = await read(DepartmentsBody, 'departments');
    const problems = expect.arrayContaining([expect.objectContaining({ code })]) as unknown;
    expect(await publishDepartments(change)).toMatchObject({
      status: 422,
      body: { code: 'DIRECTORY_INVALID', problems },
    });
    const body = { departments: change(departments) };
    expect((await post('departments/preview', body)).body).toMatchObject({ problems });
    expect((await read(DepartmentsBody, 'departments')).number).toBe(number);
  });

  it('are published on the list that was read, by administrators alone', async () => {
    const { departments } = await read(DepartmentsBody, 'departments');
    const body = { departments, reason: 'Thử' };
    expect(await post('departments', body, 999)).toMatchObject({
      status: 412,
      body: { code: 'DIRECTORY_VERSION_CONFLICT' },
    });
    const path = '/v1/directory/departments';
    const asManager = { method: 'POST', path, as: 'quang', body, ifMatch: 0 } as const;
    expect(await call({ ...asManager, idempotencyKey: 'by-manager' })).toMatchObject({
      status: 403,
    });
    const versions = { method: 'GET', path: `${path}/versions`, as: 'quang' } as const;
    const history = ListHistoryBody.parse((await call(versions)).body);
    expect(history.versions.at(-2)?.published?.added).toEqual(['SCDS']);
  });
});

describe('services', () => {
  it('take another target for what is routed from then on, after a look at what it means', async () => {
    const { log, desk } = people(call);
    const before = await desk(await log(), 'route', {});
    const { services } = await read(ServicesBody, 'services');
    const faster = changing<Service>('road-damage', { target: { amount: 1, unit: 'hours' } });
    const preview = ServicesPreviewBody.parse(
      (await post('services/preview', { services: faster(services) })).body,
    );
    expect(preview).toMatchObject({ problems: [], targets: [{ service: 'road-damage' }] });
    const [effect] = preview.targets;
    expect(effect?.openCases).toBeGreaterThan(0);
    expect(effect?.otherDue).toBe(effect?.openCases);
    expect(Date.parse(effect?.dueThen ?? '')).toBeLessThan(Date.parse(effect?.dueNow ?? ''));

    expect(await publishServices(faster)).toMatchObject({
      status: 201,
      body: { published: { added: [], changed: ['road-damage'] } },
    });
    seenEverywhere();
    const after = await desk(await log(), 'route', {});
    const dueOf = async (caseId: string) => {
      const path = `/v1/desk/cases/${caseId}`;
      const { body } = await call({ method: 'GET', path, as: 'lan' });
      const { case: found } = body as { case: { receivedAt: string; answerDueAt: string } };
      return Date.parse(found.answerDueAt) - Date.parse(found.receivedAt);
    };
    expect(await dueOf(after.caseId)).toBe(3_600_000);
    expect(await dueOf(before.caseId)).toBeGreaterThan(3_600_000);
  });

  it('that are not offered any more are neither proposed nor chosen, and old cases keep them', async () => {
    const { log, desk } = people(call);
    const had = await log(aCall({ serviceCode: 'street-light' }));
    const published = await publishServices(changing('street-light', { active: false }));
    expect(published).toMatchObject({ status: 201 });
    seenEverywhere();
    const description = 'Đèn đường trước nhà tắt cả tuần nay, tối thui, nhờ cho người sửa giùm.';
    const draft = await call({
      ...{ method: 'POST', path: '/v1/desk/drafts', as: 'lan' },
      body: { channel: 'phone', description },
    });
    const { classification, serviceCode } = DraftProposalBody.parse(draft.body);
    expect(classification.services.map(({ code }) => code)).not.toContain('street-light');
    expect({ serviceCode, askPerson: classification.askPerson }).toEqual({
      serviceCode: null,
      askPerson: true,
    });
    const refused = await call({
      ...{ method: 'POST', path: '/v1/desk/cases', as: 'lan' },
      ...{ body: aCall({ serviceCode: 'street-light' }), idempotencyKey: 'not-offered-1' },
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'SERVICE_INACTIVE' } });
    // What was logged before goes its way.
    const urgent = await desk(had, 'classify', { priority: 'urgent' });
    expect(await desk(urgent, 'route', {})).toMatchObject({ status: 'routed', lead: 'TA' });
  });

  it('that are new are chosen for new cases', async () => {
    const added = await publishServices((rows) => [
      ...rows,
      {
        ...{ code: 'ev-charging', class: 'field_report', group: 'infrastructure' },
        ...{ name: 'Trạm sạc xe điện', nameEn: 'Charging of electric vehicles' },
        ...{ lead: 'SCT', supporting: [], target: { amount: 3, unit: 'workingDays' } },
      },
    ]);
    expect(added).toMatchObject({ status: 201 });
    seenEverywhere();
    const { log, desk } = people(call);
    const logged = await log(aCall({ serviceCode: 'ev-charging' }));
    expect(await desk(logged, 'route', {})).toMatchObject({ lead: 'SCT', class: 'field_report' });
    const audit = await call({
      ...{ method: 'GET', path: '/v1/directory/audit?kind=service&limit=1', as: 'tuan' },
    });
    const { entries } = AuditBody.parse(audit.body);
    expect(entries).toMatchObject([
      { of: 'ev-charging', before: null, after: { lead: 'SCT', reason: 'Quyết định 7/QĐ-UBND' } },
    ]);
  });

  it.each<[string, (rows: Service[]) => readonly object[], string]>([
    ['an unknown lead', changing('noise', { lead: 'NOBODY' }), 'SERVICE_DEPARTMENT_UNKNOWN'],
    [
      'another class than before',
      changing('noise', { class: 'information' }),
      'SERVICE_CLASS_CHANGED',
    ],
    [
      'its lead as supporting',
      changing('noise', { lead: 'CA', supporting: ['CA'] }),
      'SERVICE_SUPPORTS_ITSELF',
    ],
  ])('with %s are refused', async (...[, change, code]) => {
    expect(await publishServices(change)).toMatchObject({
      status: 422,
      body: { code: 'DIRECTORY_INVALID', problems: [{ code }] },
    });
  });
});
