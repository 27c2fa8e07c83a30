import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoDbRules } from '../../shared/adapters/dynamodb/rules.ts';
import { inMemoryLists } from '../../shared/adapters/memory/in-memory-lists.ts';
import { InMemoryRules } from '../../shared/adapters/memory/in-memory-rules.ts';
import { digest } from '../../shared/adapters/system/digest.ts';
import { JurisdictionId } from '../../shared/domain/case.ts';
import type { RoutingRules } from '../../shared/domain/routing-rule.ts';
import type { RuleStore } from '../../shared/ports/rule-store.ts';
import { createPublishRules } from '../../shared/usecases/publish-rules.ts';
import { anActor, at, jurisdiction, jurisdictionId } from '../support/case-builder.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.close());

const elsewhere = JurisdictionId.parse('dong-nai');
const bundled: RoutingRules = [...jurisdiction.rules];
const [first, ...others] = bundled;

describe.each<[string, () => Promise<RuleStore>]>([
  ['in memory', () => Promise.resolve(new InMemoryRules())],
  [
    'in DynamoDB',
    async () => {
      const { directory } = await createTables(dynoxide.client, randomUUID());
      return new DynamoDbRules(dynoxide.client, directory);
    },
  ],
])('routing rules %s', (_, empty) => {
  const publishing = (rules: RuleStore) => {
    const publish = createPublishRules({
      rules,
      lists: inMemoryLists(),
      jurisdiction,
      digest,
      clock: { now: () => new Date(at('2020-03-05 09:00')) },
    });
    return (next: RoutingRules, basedOn: number, key = `key-${basedOn}`) =>
      publish({
        jurisdictionId,
        by: anActor('admin'),
        idempotencyKey: key,
        basedOn,
        rules: next,
        reason: 'Quyết định 12/QĐ-UBND',
      });
  };

  it('are the bundled ones until some are published', async () => {
    const rules = await empty();
    expect(await rules.currentNumber(jurisdictionId)).toBe(0);
    expect(await rules.current(jurisdictionId)).toBeUndefined();
    expect(await rules.history(jurisdictionId)).toEqual([]);
  });

  it('hold from their publication on, and say what came, went and changed', async () => {
    const rules = await empty();
    const publish = publishing(rules);
    const renamed = [...others.slice(1), { ...others[0]!, name: 'Tên khác' }];
    expect(await publish(renamed, 0)).toMatchObject({
      ok: true,
      value: { created: true, publication: { number: 1, removed: [first?.code], added: [] } },
    });
    const { publication } = ((await publish(bundled, 1)) as { value: { publication: object } })
      .value;
    expect(publication).toMatchObject({ number: 2, added: [first?.code], rules: bundled.length });
    expect(await rules.current(jurisdictionId)).toEqual({ number: 2, rules: bundled });
    expect(await rules.find(jurisdictionId, 1)).toEqual({ number: 1, rules: renamed });
    expect(await rules.current(elsewhere)).toBeUndefined();
    const numbers = (await rules.history(jurisdictionId)).map(({ number }) => number);
    expect(numbers).toEqual([2, 1]);
  });

  it('answer a repeated publication as they did, and refuse one that was decided on others', async () => {
    const publish = publishing(await empty());
    const made = await publish(others, 0);
    expect(await publish(others, 0)).toEqual({
      ok: true,
      value: { ...(made as { value: object }).value, created: false },
    });
    expect(await publish(bundled, 0)).toMatchObject({ error: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    expect(await publish(bundled, 0, 'another')).toEqual({
      ok: false,
      error: { code: 'RULES_VERSION_CONFLICT', currentNumber: 1 },
    });
  });

  it('go to one of two who publish at once', async () => {
    const rules = await empty();
    const publish = publishing(rules);
    const results = await Promise.all([publish(others, 0, 'one'), publish(bundled, 0, 'two')]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await rules.history(jurisdictionId)).toHaveLength(1);
  });

  it('are not saved with a fault', async () => {
    const rules = await empty();
    const faulty = [{ ...first!, lead: 'NOBODY' as never }];
    expect(await publishing(rules)(faulty, 0)).toMatchObject({
      error: { code: 'RULES_INVALID', problems: [{ code: 'RULE_DEPARTMENT_UNKNOWN' }] },
    });
    expect(await rules.currentNumber(jurisdictionId)).toBe(0);
  });
});
