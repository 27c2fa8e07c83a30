import { expect, it } from 'vitest';
import { phoneFace } from './phone-face.ts';

it.each([
  ['+84912345671', '0912 345 671'],
  ['+842743822260', '02743 822 260'],
  ['+33142685300', '+33142685300'],
])('the number %s is shown as %s', (phone, face) => expect(phoneFace(phone)).toBe(face));
