import { describe, expect, it } from 'vitest';
import { overlapOf, sentencesOf } from './overlap.ts';

const SENTENCE = 'đèn đường trước chợ tắt ba hôm nay';

describe('a text that is to judge', () => {
  it.each(['matters', 'details', 'asks', 'phrases', 'texts', 'hard'])(
    'is found where one of the %s says the same',
    (part) => {
      const nothing = { matters: [], details: [], asks: [], phrases: [], texts: [], hard: [] };
      const service = { service: 'noise', class: 'field_report', ...nothing } as const;
      const known = sentencesOf({ services: [{ ...service, [part]: [SENTENCE] }] });
      expect(overlapOf([{ id: 'a', text: SENTENCE.toUpperCase() }], known)).toEqual([
        { id: 'a', share: 1 },
      ]);
    },
  );

  it('shares as much as it has of the one that is likest, not of all together', () => {
    const [half, share] = ['đèn đường trước chợ', 12 / 27];
    const texts = [{ id: 'a', text: SENTENCE }];
    const [found] = overlapOf(texts, [half, 'tắt ba hôm nay', 'mất nước']);
    expect(found?.share).toBeCloseTo(share, 10);
    expect(overlapOf(texts, ['hát karaoke tới khuya'])).toEqual([{ id: 'a', share: 0 }]);
  });
});
