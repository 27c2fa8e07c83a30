import { describe, expect, it } from 'vitest';
import { aCase, at, jurisdiction } from '../../test/support/case-builder.ts';
import { AreaCode } from './area.ts';
import { canTakeDuplicates, DUPLICATE_SCORE, duplicateScore, type Matter } from './duplicates.ts';
import { ServiceCode } from './service-catalog.ts';
import { likenessOf } from './text/likeness.ts';

const words = (text: string) => likenessOf(text, 'tests');
const told = (differing: Partial<Matter> = {}): Matter => ({
  serviceCode: ServiceCode.parse('flooding'),
  areaCode: AreaCode.parse('25966'),
  at: at('2020-03-05 10:00'),
  likeness: words('nước ngập trước chợ Lái Thiêu, xe không qua được'),
  ...differing,
});
const before = (
  differing: object = {},
  text = 'ngập nước trước chợ Lái Thiêu, xe không đi được',
) => ({
  case: aCase({
    class: 'field_report',
    serviceCode: 'flooding',
    areaCode: '25966',
    receivedAt: at('2020-03-05 09:00'),
    ...differing,
  }),
  likeness: words(text),
});
const score = (matter: Matter, other: ReturnType<typeof before>) =>
  duplicateScore(matter, other, jurisdiction);

describe('two reports', () => {
  it('of one incident resemble each other, and it is said why', () => {
    const found = score(told(), before());
    expect(found.score).toBeGreaterThan(0.8);
    expect(found.score).toBeLessThanOrEqual(1);
    expect(found.because).toEqual(['SAME_SERVICE', 'SAME_COMMUNE', 'SAME_WORDS', 'SAME_DAY']);
  });

  it.each<[string, Partial<Matter>, object, string, boolean]>([
    ['same service and commune, other words', {}, {}, 'hẻm nhà tôi nước dâng vào nhà', true],
    [
      'same words, not classified yet',
      { serviceCode: null },
      { serviceCode: null, class: null },
      'nước ngập trước chợ Lái Thiêu, xe không qua được',
      true,
    ],
    ['same service, another commune', { areaCode: AreaCode.parse('25741') }, {}, 'kẹt cống', false],
    [
      'same commune, another matter',
      { serviceCode: ServiceCode.parse('noise'), likeness: words('karaoke ồn quá') },
      {},
      'ngập',
      false,
    ],
    [
      'nothing known of either',
      { serviceCode: null, areaCode: null, likeness: null },
      {},
      'ngập',
      false,
    ],
    ['two weeks ago', { at: at('2020-03-19 09:30') }, {}, 'hẻm nhà tôi nước dâng vào nhà', true],
    [
      'a district where no commune is known',
      { areaCode: AreaCode.parse('725') },
      {},
      'nước ngập trước chợ Lái Thiêu',
      true,
    ],
  ])('%s', (...[, matter, other, text, shown]) => {
    expect(score(told(matter), before(other, text)).score >= DUPLICATE_SCORE).toBe(shown);
  });
});

describe('an incident', () => {
  it.each<[string, object, boolean]>([
    ['is worked on', {}, true],
    ['was just answered', { status: 'answered', lead: 'TA' }, true],
    ['is no duplicate itself', { status: 'closed', mergedInto: 'b'.repeat(26) }, false],
    ['is not closed', { status: 'closed', closeReason: 'judged' }, false],
  ])('%s', (_, differing, can) => expect(canTakeDuplicates(before(differing).case)).toBe(can));
});
