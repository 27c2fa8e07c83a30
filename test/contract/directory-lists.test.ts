import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamoDbLists } from '../../shared/adapters/dynamodb/lists.ts';
import { InMemoryAuditLog } from '../../shared/adapters/memory/in-memory-audit-log.ts';
import { inMemoryLists } from '../../shared/adapters/memory/in-memory-lists.ts';
import { InMemoryRules } from '../../shared/adapters/memory/in-memory-rules.ts';
import { DynamoDbAuditLog } from '../../shared/adapters/dynamodb/audit-log.ts';
import { digest } from '../../shared/adapters/system/digest.ts';
import { JurisdictionId } from '../../shared/domain/case.ts';
import type { Department } from '../../shared/domain/department.ts';
import { CHANGES_MAX } from '../../shared/domain/list-problems.ts';
import type { AuditLog } from '../../shared/ports/audit-log.ts';
import type { DirectoryLists } from '../../shared/ports/list-store.ts';
import { departmentList } from '../../shared/usecases/list-kinds.ts';
import { createPublishList } from '../../shared/usecases/publish-list.ts';
import { problemsOfRules } from '../../shared/usecases/publish-rules.ts';
import { anActor, at, jurisdiction, jurisdictionId } from '../support/case-builder.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.close());

const elsewhere = JurisdictionId.parse('dong-nai');
const bundled = [...jurisdiction.departments.values()];
const admin = anActor('admin');
const renamed = bundled.map((row, index) => (index === 0 ? { ...row, name: 'Tên khác' } : row));
const aNew = { ...bundled[1]!, code: 'NEW' as Department['code'], name: 'Mới' };

interface Stores {
  readonly lists: DirectoryLists;
  readonly audit: AuditLog;
}

describe.each<[string, () => Promise<Stores>]>([
  [
    'in memory',
    () => {
      const audit = new InMemoryAuditLog();
      return Promise.resolve({ lists: inMemoryLists(audit), audit });
    },
  ],
  [
    'in DynamoDB',
    async () => {
      const { client } = dynoxide;
      const { directory } = await createTables(client, randomUUID());
      return {
        lists: dynamoDbLists(client, directory),
        audit: new DynamoDbAuditLog(client, directory),
      };
    },
  ],
])('lists of the directory %s', (_, empty) => {
  const publishing = ({ lists }: Stores) => {
    const ports = {
      ...{ lists, rules: new InMemoryRules(), jurisdiction, digest },
      clock: { now: () => new Date(at('2020-03-05 09:00')) },
    };
    const publish = createPublishList(departmentList(ports), ports);
    return (rows: readonly Department[], basedOn: number, key = `key-${basedOn}`) =>
      publish({
        ...{ jurisdictionId, by: admin, idempotencyKey: key, basedOn, rows },
        reason: 'Nghị quyết 05/NQ-HĐND',
      });
  };

  it('are the bundled ones until some are published', async () => {
    const { departments, services } = (await empty()).lists;
    for (const list of [departments, services]) {
      expect(await list.currentNumber(jurisdictionId)).toBe(0);
      expect(await list.current(jurisdictionId)).toBeUndefined();
      expect(await list.history(jurisdictionId)).toEqual([]);
    }
  });

  it('hold from their publication on, and say what came and changed', async () => {
    const stores = await empty();
    const publish = publishing(stores);
    expect(await publish(renamed, 0)).toMatchObject({
      value: { created: true, publication: { number: 1, added: [], changed: ['VPUB'] } },
    });
    const second = await publish([...renamed, aNew], 1);
    expect(second).toMatchObject({ value: { publication: { number: 2, added: ['NEW'] } } });
    const { departments, services } = stores.lists;
    expect(await departments.currentNumber(jurisdictionId)).toBe(2);
    expect(await departments.current(jurisdictionId)).toEqual({
      number: 2,
      rows: [...renamed, aNew],
    });
    expect(await departments.find(jurisdictionId, 1)).toEqual({ number: 1, rows: renamed });
    expect(await departments.find(jurisdictionId, 3)).toBeUndefined();
    expect(await departments.current(elsewhere)).toBeUndefined();
    expect(await services.current(jurisdictionId)).toBeUndefined();
    const numbers = (await departments.history(jurisdictionId)).map(({ number }) => number);
    expect(numbers).toEqual([2, 1]);
  });

  it('tell of each row that came or changed, before and after, in the audit', async () => {
    const stores = await empty();
    await publishing(stores)([...renamed, aNew], 0);
    const question = { jurisdictionId, kind: 'department', limit: 5 } as const;
    const entries = (await stores.audit.list(question)).map(({ entry }) => entry);
    expect(entries.sort((a, b) => (a.of < b.of ? -1 : 1))).toMatchObject([
      { of: 'NEW', before: null, after: { name: 'Mới', number: 1 } },
      { of: 'VPUB', before: bundled[0], after: { name: 'Tên khác', number: 1 }, by: admin },
    ]);
  });

  it('answer a repeated publication as they did, and refuse one that was decided on another', async () => {
    const publish = publishing(await empty());
    const made = await publish(renamed, 0);
    expect(await publish(renamed, 0)).toEqual({
      ok: true,
      value: { ...(made as { value: object }).value, created: false },
    });
    expect(await publish([...renamed, aNew], 0)).toMatchObject({
      error: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
    expect(await publish(renamed, 0, 'another')).toEqual({
      ok: false,
      error: { code: 'DIRECTORY_VERSION_CONFLICT', currentNumber: 1 },
    });
  });

  it('go to one of two who publish at once, and leave nothing of the other in the audit', async () => {
    const stores = await empty();
    const publish = publishing(stores);
    const both = await Promise.all([publish(renamed, 0, 'a'), publish([...bundled, aNew], 0, 'b')]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const question = { jurisdictionId, kind: 'department', limit: 5 } as const;
    expect(await stores.audit.list(question)).toHaveLength(1);
  });

  it('take as many changes at once as they promise', async () => {
    const stores = await empty();
    const many = Array.from({ length: CHANGES_MAX }, (_row, index) => ({
      ...aNew,
      code: `N${index}` as Department['code'],
    }));
    expect(await publishing(stores)([...bundled, ...many], 0)).toMatchObject({ ok: true });
  });

  it('are what routing rules are held against, whoever closed a department since', async () => {
    const { lists } = await empty();
    const closed = bundled.map((row) => (row.code === 'VSIP' ? { ...row, active: false } : row));
    const publication = {
      ...{ number: 1, publishedAt: at('2020-03-05 09:00'), publishedBy: admin, reason: 'x' },
      ...{ added: [], changed: ['VSIP'], requestKey: 'k', requestHash: 'h' },
    };
    await lists.departments.publish(jurisdictionId, { publication, rows: closed, audit: [] });
    const rules = [...jurisdiction.rules];
    const problems = await problemsOfRules(jurisdictionId, rules, { lists, jurisdiction });
    expect(problems).toMatchObject([{ code: 'RULE_DEPARTMENT_INACTIVE', path: 'rules[0].lead' }]);
  });
});
