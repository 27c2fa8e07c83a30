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
  now: new Date('2026-11-23T01:00:00Z'),
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
  ])('%s is refused', (text, code) => {
    expect(line(text)).toMatchObject({ ok: false, error: { code } });
  });
});
