import { describe, expect, it } from 'vitest';
import { at, jurisdiction } from '../../test/support/case-builder.ts';
import { aService, someFacts } from '../../test/support/routing-facts.ts';
import { AreaCode } from './area.ts';
import { proposeRoute } from './routing.ts';
import { needsWords, type RoutingFacts } from './routing-rule-match.ts';
import { ruleProblems } from './routing-rule-problems.ts';
import { RoutingRule, RoutingRules } from './routing-rule.ts';

const DI_AN = AreaCode.parse('724');
const HIEP_THANH = AreaCode.parse('25741');

const aRule = (when: object, differing: object = {}) =>
  RoutingRule.parse({
    code: 'a-rule',
    name: 'Quy tắc thử',
    nameEn: 'A rule',
    when,
    lead: 'BECAMEX',
    ...differing,
  });

/** Whom the one rule sends it to; the catalogue would say SGTVT for these facts. */
const leadBy = (when: object, facts: Partial<RoutingFacts>) => {
  const proposal = proposeRoute(
    someFacts({ service: aService({}, 'national-road-damage'), ...facts }),
    { ...jurisdiction, rules: [aRule(when)] },
  );
  return proposal.decided && proposal.to === 'departments' ? proposal.lead : proposal.because;
};

const night = { timeOfDay: { from: '22:00', until: '06:00' } };
const noon = { timeOfDay: { from: '11:30', until: '13:00' } };

describe('conditions of a rule', () => {
  it.each<[string, object, Partial<RoutingFacts>, boolean]>([
    ['class', { classes: ['field_report'] }, {}, true],
    ['another class', { classes: ['procedure'] }, {}, false],
    ['service', { services: ['road-damage', 'national-road-damage'] }, {}, true],
    ['group', { groups: ['infrastructure'] }, {}, true],
    ['channel', { channels: ['zalo', 'web'] }, { channel: 'zalo' }, true],
    ['another channel', { channels: ['zalo'] }, {}, false],
    ['priority', { priorities: ['urgent'] }, { priority: 'urgent' }, true],
    ['commune', { areas: [HIEP_THANH] }, { areaCode: HIEP_THANH }, true],
    ['district of the commune', { areas: ['718'] }, { areaCode: HIEP_THANH }, true],
    ['another district', { areas: ['718'] }, { areaCode: DI_AN }, false],
    [
      'a district alone is not each of its communes',
      { areas: [HIEP_THANH] },
      { areaCode: AreaCode.parse('718') },
      false,
    ],
    ['no place', { areas: ['718'] }, {}, false],
    ['words', { words: ['quốc lộ 13'] }, { words: 'Ổ gà trên Quốc Lộ 13.' }, true],
    ['words without marks', { words: ['quốc lộ 13'] }, { words: 'o ga o quoc lo 13' }, true],
    ['words across punctuation', { words: ['QL 13'] }, { words: 'hư đường (QL-13)' }, true],
    ['part of a word', { words: ['quốc lộ 1'] }, { words: 'quốc lộ 13' }, false],
    ['words that are not at hand', { words: ['quốc lộ 13'] }, {}, false],
    ['attribute', { attributes: { line: ['5', '7'] } }, { attributes: { line: '7' } }, true],
    ['attribute that is missing', { attributes: { line: ['5'] } }, {}, false],
    ['a name that every object has', { attributes: { constructor: ['x'] } }, {}, false],
    ['before the night', night, { receivedAt: at('2020-03-05 21:59') }, false],
    ['beginning of the night', night, { receivedAt: at('2020-03-05 22:00') }, true],
    ['after midnight', night, { receivedAt: at('2020-03-05 00:00') }, true],
    ['end of the night', night, { receivedAt: at('2020-03-05 06:00') }, false],
    ['last minute of noon', noon, { receivedAt: at('2020-03-05 12:59') }, true],
    ['end of noon', noon, { receivedAt: at('2020-03-05 13:00') }, false],
    ['working day', { dayKind: 'working_day' }, {}, true],
    ['Sunday', { dayKind: 'day_off' }, { receivedAt: at('2020-03-08 09:00') }, true],
    ['Tết on a Monday', { dayKind: 'day_off' }, { receivedAt: at('2020-01-27 09:00') }, true],
    ['one holds and one does not', { ...noon, dayKind: 'working_day' }, {}, false],
    ['two hold', { classes: ['field_report'], dayKind: 'working_day' }, {}, true],
  ])('%s', (...[, when, facts, holds]) => {
    expect(leadBy(when, facts)).toBe(holds ? 'BECAMEX' : 'SGTVT');
  });
});

describe('rules in order', () => {
  const first = aRule({ channels: ['zalo'] }, { code: 'first', lead: '@district' });
  const second = aRule(
    { classes: ['field_report'] },
    { code: 'second', lead: 'PC07', supporting: ['@district', 'CA'] },
  );
  const rules = [first, second];
  const propose = (facts: Partial<RoutingFacts>) =>
    proposeRoute(someFacts(facts), { ...jurisdiction, rules });

  it('take the first that matches and say which it was', () => {
    expect(propose({ channel: 'zalo', areaCode: DI_AN })).toMatchObject({
      lead: 'DA',
      rule: 'first',
      because: 'RULE',
    });
    expect(propose({ areaCode: DI_AN })).toMatchObject({
      lead: 'PC07',
      supporting: ['DA', 'CA'],
      rule: 'second',
    });
  });

  it('leave it to a person when the matching rule needs a place, and do not go on to the next', () => {
    expect(propose({ channel: 'zalo' })).toEqual({
      decided: false,
      because: 'PLACE_MISSING',
      rule: 'first',
    });
  });

  it('do without a supporting district that is not known', () => {
    expect(propose({})).toMatchObject({ lead: 'PC07', supporting: ['CA'] });
  });

  it('can leave a case at the desk', () => {
    const desk = aRule({ channels: ['phone'] }, { lead: '@hotline' });
    expect(proposeRoute(someFacts(), { ...jurisdiction, rules: [desk] })).toMatchObject({
      to: 'desk',
      rule: 'a-rule',
    });
  });

  it('ask for words only when one of them looks at words', () => {
    expect(needsWords(rules)).toBe(false);
    expect(needsWords([...rules, aRule({ words: ['VSIP'] })])).toBe(true);
  });
});

describe('rules of Bình Dương', () => {
  it.each([
    ['industrial-park', 'Rác đầy cổng KCN VSIP 1', 'VSIP', 'vsip-by-name'],
    ['industrial-park', 'Khói ở KCN Sóng Thần', 'BQLKCN', null],
    ['road-damage', 'duong DT743 o ga nhieu', 'SGTVT', 'provincial-roads'],
    ['road-damage', 'hẻm 12 ổ gà', 'TDM', null],
    ['street-light', 'Đèn tắt trong Thành phố mới Bình Dương', 'BECAMEX', 'new-town-ground'],
    ['internet-service', 'mạng viettel rớt hoài', 'VIETTEL', 'viettel-network'],
    ['info-utility-bill', 'tiền nước tháng này sao cao quá', 'BIWASE', 'water-bill'],
  ])('%s: %s', (...[service, words, lead, rule]) => {
    const facts = someFacts({ service: aService({}, service), areaCode: HIEP_THANH, words });
    expect(proposeRoute(facts, jurisdiction)).toMatchObject({ lead, rule });
  });
});

describe('ruleProblems', () => {
  const inactive = new Map(
    [...jurisdiction.departments].map(([code, row]) => [
      code as string,
      code === 'SXD' ? { ...row, active: false } : row,
    ]),
  );
  const problems = (...rules: RoutingRule[]) =>
    ruleProblems(rules, { ...jurisdiction, departments: inactive }).map(
      ({ code, path }) => `${code} ${path}`,
    );
  const when = { services: ['tree'] };

  it.each<[string, RoutingRule[], string[]]>([
    ['none', [aRule(when)], []],
    [
      'a department that does not exist',
      [aRule(when, { lead: 'XYZ' })],
      ['RULE_DEPARTMENT_UNKNOWN rules[0].lead'],
    ],
    [
      'an inactive lead',
      [aRule(when, { lead: 'SXD' })],
      ['RULE_DEPARTMENT_INACTIVE rules[0].lead'],
    ],
    [
      'an inactive supporter',
      [aRule(when, { supporting: ['CA', 'SXD'] })],
      ['RULE_DEPARTMENT_INACTIVE rules[0].supporting[1]'],
    ],
    [
      'a lead that supports itself',
      [aRule(when, { supporting: ['BECAMEX'] })],
      ['RULE_SUPPORTS_ITSELF rules[0].supporting[0]'],
    ],
    [
      'the desk with support',
      [aRule(when, { lead: '@hotline', supporting: ['CA'] })],
      ['RULE_DESK_SUPPORTED rules[0].supporting'],
    ],
    [
      'a code twice',
      [aRule(when), aRule({ services: ['noise'] })],
      ['RULE_CODE_REPEATED rules[1].code'],
    ],
    [
      'conditions twice, in another order',
      [
        aRule({ services: ['tree', 'noise'], channels: ['web'] }),
        aRule({ channels: ['web'], services: ['noise', 'tree'] }, { code: 'second' }),
      ],
      ['RULE_NEVER_REACHED rules[1].when'],
    ],
    [
      'attributes twice, in another order',
      [
        aRule({ attributes: { a: ['1', '2'], b: ['3'] } }),
        aRule({ attributes: { b: ['3'], a: ['2', '1'] } }, { code: 'second' }),
      ],
      ['RULE_NEVER_REACHED rules[1].when'],
    ],
    [
      'a service outside of its classes',
      [aRule({ classes: ['procedure'], services: ['tree'] })],
      ['RULE_NEVER_MATCHES rules[0].when'],
    ],
    [
      'values that do not exist',
      [aRule({ services: ['treee'], groups: ['x'], areas: ['99999'] })],
      [
        'RULE_VALUE_UNKNOWN rules[0].when.services[0]',
        'RULE_VALUE_UNKNOWN rules[0].when.groups[0]',
        'RULE_VALUE_UNKNOWN rules[0].when.areas[0]',
      ],
    ],
  ])('%s', (_, rules, expected) => expect(problems(...rules)).toEqual(expected));

  it.each([
    ['no conditions', {}],
    ['an empty list', { services: [] }],
    ['a word of one letter', { words: ['a'] }],
    ['a word of signs alone', { words: ['--'] }],
    ['no attribute', { attributes: {} }],
    ['25 o’clock', { timeOfDay: { from: '25:00', until: '06:00' } }],
    ['a span of no minutes', { timeOfDay: { from: '08:00', until: '08:00' } }],
    ['a condition that is not known', { colour: ['red'] }],
  ])('is not even asked about %s', (_, conditions) => {
    expect(
      RoutingRules.safeParse([{ code: 'a', name: 'x', nameEn: 'x', when: conditions, lead: 'CA' }])
        .success,
    ).toBe(false);
  });
});
