import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoDbAuditLog } from '../../shared/adapters/dynamodb/audit-log.ts';
import { DynamoDbPreferences } from '../../shared/adapters/dynamodb/preferences.ts';
import { DynamoDbRules } from '../../shared/adapters/dynamodb/rules.ts';
import { DynamoDbStaffRegister } from '../../shared/adapters/dynamodb/staff-register.ts';
import { DynamoDbTemplates } from '../../shared/adapters/dynamodb/templates.ts';
import { InMemoryAuditLog } from '../../shared/adapters/memory/in-memory-audit-log.ts';
import { inMemoryLists } from '../../shared/adapters/memory/in-memory-lists.ts';
import { InMemoryPreferences } from '../../shared/adapters/memory/in-memory-preferences.ts';
import { InMemoryRules } from '../../shared/adapters/memory/in-memory-rules.ts';
import { InMemoryStaffRegister } from '../../shared/adapters/memory/in-memory-staff-register.ts';
import { InMemoryTemplates } from '../../shared/adapters/memory/in-memory-templates.ts';
import { digest } from '../../shared/adapters/system/digest.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import { AnswerTemplate } from '../../shared/domain/answer-template.ts';
import { JurisdictionId } from '../../shared/domain/case.ts';
import type { Preferences } from '../../shared/domain/preferences.ts';
import { StaffMember } from '../../shared/domain/staff.ts';
import type { AuditLog, AuditNotes } from '../../shared/ports/audit-log.ts';
import type { PreferenceStore } from '../../shared/ports/preference-store.ts';
import type { RuleStore } from '../../shared/ports/rule-store.ts';
import type { StaffRegister } from '../../shared/ports/staff-directory.ts';
import type { TemplateStore } from '../../shared/ports/template-store.ts';
import { createListTemplates, createSaveTemplate } from '../../shared/usecases/answer-templates.ts';
import { createListAudit } from '../../shared/usecases/list-audit.ts';
import { createPublishRules } from '../../shared/usecases/publish-rules.ts';
import { createSaveStaff } from '../../shared/usecases/save-staff.ts';
import { anAuditEntry } from '../support/audit-builder.ts';
import { anActor, jurisdiction, jurisdictionId } from '../support/case-builder.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.close());

interface Stores {
  readonly templates: TemplateStore;
  readonly staff: StaffRegister;
  readonly audit: AuditLog & AuditNotes;
  readonly rules: RuleStore;
  readonly preferences: PreferenceStore;
}

const stores = [
  {
    where: 'in memory',
    make: (): Promise<Stores> => {
      const audit = new InMemoryAuditLog();
      const templates = new InMemoryTemplates(audit);
      const staff = new InMemoryStaffRegister(audit);
      const rules = new InMemoryRules(audit);
      const preferences = new InMemoryPreferences();
      return Promise.resolve({ templates, staff, audit, rules, preferences });
    },
  },
  {
    where: 'in DynamoDB',
    make: async (): Promise<Stores> => {
      const { client } = dynoxide;
      const { directory } = await createTables(client, randomUUID());
      return {
        templates: new DynamoDbTemplates(client, directory),
        staff: new DynamoDbStaffRegister(client, directory),
        audit: new DynamoDbAuditLog(client, directory),
        rules: new DynamoDbRules(client, directory),
        preferences: new DynamoDbPreferences(client, directory),
      };
    },
  },
];

const elsewhere = JurisdictionId.parse('dong-nai');
const supervisor = anActor('supervisor');
const lead = anActor('department_lead', 'TA');
const admin = anActor('admin');

const aTemplate = (differing: Readonly<Record<string, unknown>> = {}): AnswerTemplate =>
  AnswerTemplate.parse({
    ...{ templateId: 'hours', owner: 'desk', serviceCode: null, language: 'vi', active: true },
    ...{ name: 'Giờ làm việc', text: 'Từ 7 giờ 30. Mã {trackingCode}.', ...differing },
  });
const bundled = [aTemplate({ templateId: 'came-along', name: 'Có sẵn' })];

/** The use cases over one set of stores; every change is a minute later. */
function over({ templates, staff, audit }: Stores) {
  let minutes = 0;
  const clock = { now: () => new Date(Date.UTC(2026, 10, 30, 2, (minutes += 1))) };
  const ports = { templates, bundled };
  const save = createSaveTemplate({ ...ports, clock, jurisdiction });
  return {
    list: (by: Actor) => createListTemplates(ports)(jurisdictionId, by),
    save: (template: AnswerTemplate, basedOn: number, by: Actor = supervisor) =>
      save({ jurisdictionId, by, basedOn, template }),
    saveStaff: createSaveStaff({ staff, clock, jurisdiction }),
    log: createListAudit({ audit }),
  };
}

describe.each(stores)('answer templates $where', ({ make }) => {
  it('are written, changed and retired, each time on the version before', async () => {
    const { save, list } = over(await make());
    expect(await save(aTemplate(), 0)).toMatchObject({ ok: true, value: { version: 1 } });
    const changed = aTemplate({ text: 'Từ 8 giờ.' });
    expect(await save(changed, 1)).toMatchObject({
      value: { version: 2, changedBy: supervisor.id },
    });
    expect(await save(aTemplate({ text: 'Từ 9 giờ.' }), 1)).toEqual({
      ok: false,
      error: { code: 'TEMPLATE_VERSION_CONFLICT', currentVersion: 2 },
    });
    // The same request once more, for its answer was lost.
    expect(await save(changed, 1)).toMatchObject({ ok: true, value: { version: 2 } });
    await save({ ...changed, active: false }, 2);
    expect(await list(supervisor)).toMatchObject([
      { template: { templateId: 'came-along' }, version: 0, changedBy: null },
      { template: { templateId: 'hours', active: false }, version: 3 },
    ]);
  });

  it('that came with the system are changed like any other', async () => {
    const { save, list } = over(await make());
    await save(aTemplate({ templateId: 'came-along', name: 'Sửa lại' }), 0);
    expect(await list(supervisor)).toMatchObject([{ template: { name: 'Sửa lại' }, version: 1 }]);
  });

  it('are written by those they are of, and seen by those who answer with them', async () => {
    const { save, list } = over(await make());
    const own = aTemplate({ templateId: 'own', owner: 'TA', name: 'Của TA' });
    const all = aTemplate({ templateId: 'all', owner: 'departments', name: 'Mọi đơn vị' });
    expect(await save(own, 0, lead)).toMatchObject({ ok: true });
    expect(await save(all, 0, admin)).toMatchObject({ ok: true });
    for (const [template, by] of [
      [own, supervisor],
      [{ ...own, owner: all.owner }, lead],
      [{ ...all, owner: own.owner }, lead],
      [aTemplate(), lead],
      [aTemplate(), anActor('agent')],
    ] as const) {
      expect(await save(template, 1, by)).toMatchObject({ error: { code: 'NOT_PERMITTED' } });
    }
    const seen = async (by: Actor) => (await list(by)).map(({ template }) => template.templateId);
    expect(await seen(anActor('agent'))).toEqual(['came-along']);
    expect(await seen(anActor('officer', 'TA'))).toEqual(['own', 'all']);
    expect(await seen(anActor('officer', 'SXD'))).toEqual(['all']);
    expect(await seen(admin)).toEqual(['came-along', 'own', 'all']);
  });

  it.each([
    [{ text: 'Mã {code} của {department}' }, { code: 'TEMPLATE_PLACEHOLDER', unknown: ['code'] }],
    [{ serviceCode: 'no-such-service' }, { code: 'UNKNOWN_SERVICE' }],
    [{ owner: 'NOWHERE' }, { code: 'UNKNOWN_DEPARTMENT' }],
  ])('with %j are refused', async (differing, error) =>
    expect(await over(await make()).save(aTemplate(differing), 0, admin)).toMatchObject({ error }),
  );
});

describe.each(stores)('the audit of the administration $where', ({ make }) => {
  it('tells who changed what and when, before and after, latest first, page by page', async () => {
    const { save, saveStaff, log } = over(await make());
    const member = StaffMember.parse({
      ...{ subject: 'hoa', name: 'Hoa', role: 'agent', department: null, active: true },
    });
    await saveStaff(jurisdictionId, member, admin);
    await save(aTemplate(), 0);
    await saveStaff(jurisdictionId, { ...member, active: false }, admin);
    await saveStaff(jurisdictionId, { ...member, role: 'officer' }, admin);
    const first = await log({ jurisdictionId, limit: 2 });
    expect(first.entries).toMatchObject([
      { kind: 'staff', of: 'hoa', by: admin, before: member, after: { active: false } },
      { kind: 'template', of: 'hours', by: supervisor, before: null, after: aTemplate() },
    ]);
    const rest = await log({ jurisdictionId, limit: 2, before: first.next ?? '' });
    expect(rest).toMatchObject({
      entries: [{ of: 'hoa', before: null, after: member }],
      next: null,
    });
    const { entries } = await log({ jurisdictionId, kind: 'template', limit: 9 });
    expect(entries.map(({ of }) => of)).toEqual(['hours']);
    expect((await log({ jurisdictionId: elsewhere, limit: 9 })).entries).toEqual([]);
  });

  it('tells what was published of rules, by the numbers of before and after', async () => {
    const stores = await make();
    const clock = { now: () => new Date(Date.UTC(2026, 10, 30, 3)) };
    const ports = { ...stores, lists: inMemoryLists(), jurisdiction, digest, clock };
    const publish = createPublishRules(ports);
    const [first, ...rules] = jurisdiction.rules;
    const input = { jurisdictionId, by: admin, basedOn: 0, rules, reason: 'Bỏ một quy tắc' };
    await publish({ ...input, idempotencyKey: 'one' });
    // Answered from what is there, and a refusal.
    await publish({ ...input, idempotencyKey: 'one' });
    await publish({ ...input, idempotencyKey: 'two' });
    expect((await over(stores).log({ jurisdictionId, kind: 'rules', limit: 9 })).entries).toEqual([
      {
        ...{ at: '2026-11-30T03:00:00.000Z', by: admin, kind: 'rules', of: '1' },
        before: { number: 0 },
        after: {
          ...{ number: 1, reason: 'Bỏ một quy tắc', rules: rules.length },
          ...{ added: [], removed: [first?.code], changed: expect.any(Array) as unknown },
        },
      },
    ]);
  });

  it('notes once what is said twice of the same instant', async () => {
    const { audit } = await make();
    const entry = anAuditEntry('model');
    await audit.note(jurisdictionId, entry);
    await audit.note(jurisdictionId, entry);
    const found = await audit.list({ jurisdictionId, kind: 'model', limit: 9 });
    expect(found.map((one) => one.entry)).toEqual([entry]);
  });

  it('says nothing of what was refused', async () => {
    const { save, log } = over(await make());
    await save(aTemplate(), 0);
    await save(aTemplate({ text: 'Khác.' }), 5);
    expect((await log({ jurisdictionId, limit: 9 })).entries).toHaveLength(1);
  });
});

describe.each(stores)('preferences $where', ({ make }) => {
  const liked: Preferences = {
    language: 'en',
    colourScheme: 'dark',
    savedFilters: [{ name: 'Quá hạn', view: 'inbox', query: 'status=in_progress&late=1' }],
  };

  it('are what somebody chose last, of nobody else and nowhere else', async () => {
    const { preferences } = await make();
    expect(await preferences.find(jurisdictionId, 'lan')).toBeUndefined();
    await preferences.save(jurisdictionId, 'lan', { ...liked, language: 'vi' });
    await preferences.save(jurisdictionId, 'lan', liked);
    expect(await preferences.find(jurisdictionId, 'lan')).toEqual(liked);
    expect(await preferences.find(jurisdictionId, 'hoa')).toBeUndefined();
    expect(await preferences.find(elsewhere, 'lan')).toBeUndefined();
  });
});
