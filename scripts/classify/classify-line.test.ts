import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createTextClassifier } from '../../shared/domain/text/classifier.ts';
import { decodeModel } from '../../shared/domain/text/model.ts';
import { placesOf } from '../../shared/domain/place/places.ts';
import { jurisdiction } from '../../test/support/case-builder.ts';
import { createClassifyLine } from './classify-line.ts';

const model = decodeModel(readFileSync('shared/jurisdictions/binh-duong/classifier/model.bin'));
const line = createClassifyLine({
  classify: createTextClassifier(model),
  places: placesOf(jurisdiction, {}),
  jurisdiction,
});

describe('a line of somebody’s backlog', () => {
  it('says what it is, where, and who gets it', () => {
    const text = 'Đèn đường tắt tối thui ở phường Lái Thiêu, Thuận An';
    expect(line(JSON.stringify({ id: 7, text }))).toMatchObject({
      ok: true,
      value: {
        id: 7,
        class: 'field_report',
        service: 'street-light',
        areaCode: '25966',
        districtCode: '725',
        lead: 'TA',
        supporting: ['SXD'],
        rule: null,
        askPerson: false,
      },
    });
  });

  it('asks a person where the place is missing', () => {
    expect(line('{"id":"a","text":"đèn đường tắt tối thui mấy hôm nay"}')).toMatchObject({
      value: { service: 'street-light', lead: null, askPerson: true },
    });
  });

  it.each([
    ['not JSON', 'LINE_NOT_JSON'],
    ['{"id":"a"}', 'LINE_INVALID'],
    ['{"id":"a","text":"x","lat":100}', 'LINE_INVALID'],
    ['{"id":"a","text":"x","channel":"pigeon"}', 'LINE_INVALID'],
    ['{"id":"a","text":"x","lat":10.9}', 'LINE_INVALID'],
    ['[]', 'LINE_INVALID'],
    ['null', 'LINE_INVALID'],
  ])('%s is refused', (text, code) => {
    expect(line(text)).toMatchObject({ ok: false, error: { code } });
  });

  it('is found again by its id where that could be read', () => {
    expect(line('{"id":"a","text":1}')).toMatchObject({ error: { id: 'a' } });
    const refused = line('7');
    expect(refused.ok ? '' : refused.error.message).toMatch(/^\w/);
  });

  it('goes to the same department at any hour of the reading, and by the hour where it tells that', () => {
    const text = 'Quán karaoke mở nhạc ồn ào không ngủ được, phường Lái Thiêu, Thuận An';
    const of = (at?: string) => line(JSON.stringify({ id: 1, text, ...(at && { at }) }));
    expect(of()).toMatchObject({ value: { service: 'noise', rule: null } });
    expect(of('2020-05-01T10:00:00+07:00')).toMatchObject({ value: { rule: null } });
    expect(of('2020-05-01T23:00:00+07:00')).toMatchObject({ value: { rule: 'noise-at-night' } });
  });
});
