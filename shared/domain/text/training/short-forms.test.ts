import { describe, expect, it } from 'vitest';
import { shortened } from './short-forms.ts';

const first = (text: string) => shortened(text, ([form]) => form ?? '');

describe('shortened', () => {
  it.each([
    ['Công ty không đóng bảo hiểm xã hội', 'cty ko đóng bhxh'],
    ['bảo hiểm nhà', 'bh nhà'],
    ['nộp hồ sơ ở phường', 'nộp hs ở p.'],
    ['khôngcó', 'khôngcó'],
  ])('writes %j as %j', (long, short) => {
    expect(first(long)).toBe(short);
  });
});
