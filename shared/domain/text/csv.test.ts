import { describe, expect, it } from 'vitest';
import { ATTACKS } from '../../../test/support/spreadsheet-attacks.ts';
import { csvText, safeText } from './csv.ts';

describe('a text in a file', () => {
  it.each(ATTACKS)('%j is no formula', (text) => expect(safeText(text)).toBe(`'${text}`));

  it.each(['0912 345 678', '+84912345678', '00718', '2020-03-05', '(0274) 1022', '1.025'])(
    '%s stays text',
    (text) => expect(safeText(text)).toBe(`'${text}`),
  );

  it.each(['Đường trước chợ có ổ gà', 'K7M2-QX4P', '', 'a=b', '5 người cùng báo'])(
    '%j stays as it is',
    (text) => expect(safeText(text)).toBe(text),
  );
});

it('a comma, a quote or a line break stays in its cell', () =>
  expect(csvText('UBND "Thuận An",\nBình Dương')).toBe('"UBND ""Thuận An"",\nBình Dương"'));
