import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTextClassifier } from './classifier.ts';
import { decodeModel, encodeModel } from './model.ts';

const bytes = readFileSync('shared/jurisdictions/binh-duong/classifier/model.bin');
const classify = createTextClassifier(decodeModel(bytes));

describe('the classifier', () => {
  it.each([
    ['đèn đường tắt tối thui cả tuần', 'street-light'],
    ['den duong tat toi thui ca tuan', 'street-light'],
    ['đèn đừơng tắc tối thuii', 'street-light'],
    ['ddeenf dduowngf tawts toois thui car tuaanf', 'street-light'],
    ['đènđường tắt tối thui cả tuần', 'street-light'],
    ['CD báo đèn đường trước nhà tắt, tối', 'street-light'],
    ['cúp điện rồi', 'power-outage'],
    ['tiền điện tháng này sao cao zậy', 'info-utility-bill'],
    ['làm cccd ở đâu v ad', 'proc-residence-id'],
    ['cty nợ lương 2 tháng ko trả', 'labour-dispute'],
    ['cty ko đóng bhxh cho cn', 'insurance-arrears'],
    ['KH hỏi thủ tục đăng ký khai sinh cho con', 'proc-civil-status'],
    ['CD phản ánh hàng xóm hát karaoke kẹo kéo ồn ào tới khuya', 'noise'],
    ['hồ sơ đất của tui quá hẹn 2 tháng chưa trả', 'late-dossier'],
    ['nắp cống bể giữa đường nguy hiểm lắm', 'manhole'],
    ['xin khen anh cán bộ một cửa nhiệt tình', 'compliment'],
    ['xe buýt bỏ chuyến hoài', 'bus-service'],
  ])('takes "%s" for %s', (...[text, service]) => {
    expect(classify(text).services[0]?.code).toBe(service);
  });

  it('names the words that decided, as they stand', () => {
    const { words } = classify('Nhờ anh chị xem giúp, NẮP CỐNG bể rồi');
    expect(words).toEqual(expect.arrayContaining(['NẮP', 'CỐNG']));
  });

  it.each(['', '   ', '🌊🌊🌊', 'alo', '???', '0912345678'])('asks a person about "%s"', (text) => {
    expect(classify(text).askPerson).toBe(true);
  });

  it('takes any text, with probabilities that add up, and says the same of it however it is composed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const said = classify(text);
        const sum = said.classes.reduce((all, { probability }) => all + probability, 0);
        expect(sum).toBeCloseTo(1, 6);
        expect(said).toEqual(classify(text));
        expect(classify(text.normalize('NFD')).services).toEqual(
          classify(text.normalize('NFC')).services,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('judges a letter of 20,000 characters by its beginning', () => {
    const long = 'nước ngập trước nhà, cống nghẹt. '.repeat(600);
    expect(classify(long).services).toEqual(classify(long.slice(0, 4_000)).services);
  });
});

describe('a model file', () => {
  it('is the same after a round', () => {
    const model = decodeModel(bytes);
    expect(decodeModel(encodeModel(model))).toEqual(model);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['something else', new TextEncoder().encode('{"a":1}')],
    ['half of one', bytes.subarray(0, 1_000_000)],
  ])('that is %s is refused when it is loaded', (_, broken) => {
    expect(() => decodeModel(broken)).toThrow();
  });
});
