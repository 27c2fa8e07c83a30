import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AuditBody,
  PreferencesBody,
  TemplatesBody,
} from '../../shared/contracts/administration.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';

let hotline: Hotline;
beforeAll(async () => {
  hotline = await startHotline();
});
afterAll(() => hotline.close());

const get = (path: string, as: string) =>
  hotline.call({ method: 'GET', path: `/v1/directory/${path}`, as });
const put = (path: string, as: string, rest: { body: object; ifMatch?: number }) =>
  hotline.call({ method: 'PUT', path: `/v1/directory/${path}`, as, ...rest });

const templatesOf = async (as: string) => TemplatesBody.parse((await get('templates', as)).body);
const aTemplate = (differing: object = {}) => ({
  ...{ owner: 'TA', serviceCode: 'road-damage', language: 'vi', name: 'Đã vá đường' },
  text: '{department} đã vá xong ngày …, mã {trackingCode}.',
  ...differing,
});

describe('answer templates', () => {
  it('come with the system, for the desk and for departments', async () => {
    const desk = await templatesOf('lan');
    expect(desk.placeholders).toEqual(['trackingCode', 'department', 'dueDate']);
    expect(desk.templates.length).toBeGreaterThan(9);
    expect(desk.templates.every(({ owner, version }) => owner === 'desk' && version === 0)).toBe(
      true,
    );
    const office = await templatesOf('officer.ta');
    expect(office.templates.every(({ owner }) => owner === 'departments')).toBe(true);
    expect(office.templates.length).toBeGreaterThan(9);
  });

  it('of a department are written by its lead, on the version that was read, and audited', async () => {
    const path = 'templates/ta-da-va-duong';
    const written = await put(path, 'lead.ta', { body: aTemplate(), ifMatch: 0 });
    expect(written).toMatchObject({ status: 200, body: { version: 1, active: true } });
    expect(written.headers.get('etag')).toBe('"1"');
    const retired = await put(path, 'lead.ta', { body: aTemplate({ active: false }), ifMatch: 1 });
    expect(retired).toMatchObject({ status: 200, body: { version: 2, active: false } });
    const late = await put(path, 'lead.ta', { body: aTemplate(), ifMatch: 1 });
    expect(late).toMatchObject({ status: 412, body: { code: 'TEMPLATE_VERSION_CONFLICT' } });

    const ids = ({ templates }: TemplatesBodyOf) => templates.map(({ templateId }) => templateId);
    expect(ids(await templatesOf('officer.ta'))).toContain('ta-da-va-duong');
    expect(ids(await templatesOf('officer.sxd'))).not.toContain('ta-da-va-duong');

    const { entries } = AuditBody.parse((await get('audit?kind=template', 'tuan')).body);
    expect(entries).toMatchObject([
      { of: 'ta-da-va-duong', before: { active: true }, after: { active: false } },
      { of: 'ta-da-va-duong', before: null, after: { name: 'Đã vá đường' } },
    ]);
  });

  it.each([
    ['officer.ta', aTemplate(), 403, 'NOT_PERMITTED'],
    ['lead.ta', aTemplate({ owner: 'desk' }), 403, 'NOT_PERMITTED'],
    ['lead.ta', aTemplate({ text: 'Mã {ma}.' }), 422, 'TEMPLATE_PLACEHOLDER'],
    ['lead.ta', aTemplate({ serviceCode: 'nothing' }), 422, 'UNKNOWN_SERVICE'],
    ['lead.ta', aTemplate({ text: '' }), 400, 'REQUEST_INVALID'],
    ['lead.ta', aTemplate({ colour: 'red' }), 400, 'REQUEST_INVALID'],
  ])('by %s of %j are refused: %i %s', async (...[as, body, status, code]) =>
    expect(await put('templates/refused', as, { body, ifMatch: 0 })).toMatchObject({
      status,
      body: { code },
    }),
  );
});
type TemplatesBodyOf = Awaited<ReturnType<typeof templatesOf>>;

describe('preferences', () => {
  const path = 'me/preferences';
  const liked = {
    language: 'en',
    colourScheme: 'dark',
    savedFilters: [{ name: 'Quá hạn', view: 'inbox', query: 'status=in_progress' }],
  };

  it('are Vietnamese until somebody chooses, and then their own', async () => {
    expect(PreferencesBody.parse((await get(path, 'lan')).body).language).toBe('vi');
    expect((await put(path, 'lan', { body: liked })).status).toBe(200);
    expect((await get(path, 'lan')).body).toEqual(liked);
    expect(PreferencesBody.parse((await get(path, 'officer.ta')).body).savedFilters).toEqual([]);
  });

  it('have a bound', async () => {
    const savedFilters = Array.from({ length: 21 }, () => liked.savedFilters[0]);
    const answer = await put(path, 'lan', { body: { ...liked, savedFilters } });
    expect(answer).toMatchObject({ status: 400, body: { code: 'REQUEST_INVALID' } });
  });
});

describe('the audit of the administration', () => {
  it('tells who gave whom which role, and what it was before', async () => {
    const member = { name: 'Mai', role: 'agent', department: null };
    await put('staff/mai', 'tuan', { body: member });
    await put('staff/mai', 'tuan', { body: { ...member, role: 'supervisor' } });
    const { entries, next } = AuditBody.parse((await get('audit?kind=staff&limit=1', 'tuan')).body);
    expect(entries).toMatchObject([
      {
        of: 'mai',
        by: { role: 'admin' },
        before: { role: 'agent' },
        after: { role: 'supervisor' },
      },
    ]);
    const query = new URLSearchParams({ kind: 'staff', limit: '1', before: next ?? '' });
    const page = AuditBody.parse((await get(`audit?${query.toString()}`, 'tuan')).body);
    expect(page.entries).toMatchObject([{ of: 'mai', before: null }]);
  });

  it('is for administrators and auditors', async () =>
    expect((await get('audit', 'quang')).status).toBe(403));
});
