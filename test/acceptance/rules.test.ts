import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import {
  CurrentRulesBody,
  RulesHistoryBody,
  RulesPreviewBody,
} from '../../shared/contracts/rules.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { aCall, people } from '../support/life-of-a-case.ts';

const PATH = '/v1/directory/rules';
/** Beyond the minute for which a process keeps the rules that it has. */
const SEEN_EVERYWHERE_MS = 61_000;

let hotline: Hotline;
beforeAll(async () => {
  hotline = await startHotline();
});
afterAll(() => hotline.close());

const call = (...args: Parameters<Hotline['call']>) => hotline.call(...args);
const read = async <S extends z.ZodType>(schema: S, path = ''): Promise<z.infer<S>> =>
  schema.parse((await call({ method: 'GET', path: `${PATH}${path}`, as: 'tuan' })).body);
const preview = (rules: unknown, as = 'tuan') =>
  call({ method: 'POST', path: `${PATH}/preview`, as, body: { rules } });
const publish = (rules: unknown, ifMatch: number, key: string) =>
  call({
    method: 'POST',
    path: PATH,
    as: 'tuan',
    body: { rules, reason: 'Chợ do Ban quản lý chợ phụ trách' },
    ifMatch,
    idempotencyKey: key,
  });

const marketRule = {
  code: 'market-roads',
  name: 'Đường trước chợ',
  nameEn: 'Roads in front of markets',
  when: { services: ['road-damage'], words: ['chợ'] },
  lead: 'SGTVT',
  supporting: ['@district'],
};

describe('routing rules', () => {
  it('come with the software, in order, with who they send cases to', async () => {
    const { number, published, rules } = await read(CurrentRulesBody);
    expect({ number, published }).toEqual({ number: 0, published: null });
    expect(rules.map(({ code }) => code)).toContain('vsip-by-name');
  });

  it('are tried on the last cases before they are published, and then decide and are named', async () => {
    const { log, desk } = people(call);
    const before = await desk(await log(aCall()), 'route');
    expect(before).toMatchObject({ lead: 'TA', firstRoute: { rule: null } });
    await log(aCall({ serviceCode: 'noise', description: 'Karaoke ồn ào sau chợ.' }));
    await log(aCall({ serviceCode: undefined }));

    const { rules } = await read(CurrentRulesBody);
    const { effect } = RulesPreviewBody.parse((await preview([marketRule, ...rules])).body);
    expect(effect).toMatchObject({ looked: 3, routable: 2, changed: 1, judged: 1 });
    expect(effect).toMatchObject({ rightNow: 1, rightThen: 0 });
    expect(effect?.byRule).toContainEqual({ rule: 'market-roads', now: 0, then: 1 });
    expect(effect?.examples).toMatchObject([
      {
        case: { caseId: before.caseId },
        now: { lead: 'TA', because: 'DISTRICT_OF_PLACE', rule: null },
        then: { lead: 'SGTVT', supporting: ['TA'], because: 'RULE', rule: 'market-roads' },
      },
    ]);

    const published = await publish([marketRule, ...rules], 0, 'market-rule-1');
    expect(published).toMatchObject({ status: 201, body: { number: 1 } });
    hotline.host.clock.advance(SEEN_EVERYWHERE_MS);
    const after = await desk(await log(aCall()), 'route');
    expect(after).toMatchObject({ lead: 'SGTVT', firstRoute: { rule: 'market-roads' } });
    const { versions } = await read(RulesHistoryBody, '/versions');
    expect(versions).toMatchObject([
      { number: 1, published: { added: ['market-roads'], by: { role: 'admin' } } },
      { number: 0, published: null },
    ]);
  });

  it.each([
    ['a department that does not exist', { lead: 'XYZ' }, 'RULE_DEPARTMENT_UNKNOWN'],
    ['a service that does not exist', { when: { services: ['x'] } }, 'RULE_VALUE_UNKNOWN'],
    ['its lead as supporting', { supporting: ['SGTVT'] }, 'RULE_SUPPORTS_ITSELF'],
  ])('with %s are refused when saved, and the dry run says why', async (...[, differing, code]) => {
    const faulty = [{ ...marketRule, ...differing }];
    const { number } = await read(CurrentRulesBody);
    expect(await publish(faulty, number, `faulty-${code}`)).toMatchObject({
      status: 422,
      body: { code: 'RULES_INVALID', problems: [{ code }] },
    });
    expect((await preview(faulty)).body).toMatchObject({ effect: null, problems: [{ code }] });
    expect((await read(CurrentRulesBody)).number).toBe(number);
  });

  it.each([
    ['a stale If-Match', 7, 412, 'RULES_VERSION_CONFLICT'],
    ['no If-Match', undefined, 428, 'IF_MATCH_REQUIRED'],
  ])('are not published on %s', async (...[, ifMatch, status, code]) => {
    const refused = await call({
      method: 'POST',
      path: PATH,
      as: 'tuan',
      body: { rules: [marketRule], reason: 'Thử' },
      idempotencyKey: `stale-${code}`,
      ...(ifMatch !== undefined && { ifMatch }),
    });
    expect(refused).toMatchObject({ status, body: { code } });
  });

  it('are tried and published by administrators alone', async () => {
    expect(await preview([marketRule], 'lan')).toMatchObject({ status: 403 });
  });
});
