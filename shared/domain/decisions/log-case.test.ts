import { describe, expect, it } from 'vitest';
import { at, jurisdiction } from '../../../test/support/case-builder.ts';
import { agent } from '../../../test/support/case-story.ts';
import { Case } from '../case.ts';
import { checkClassification, decideLog, type LogInput } from './log-case.ts';

const Codes = Case.pick({ class: true, serviceCode: true, areaCode: true });
const codes = (given: object) =>
  Codes.parse({ class: null, serviceCode: null, areaCode: null, ...given });

const log = (given: object, rest: Partial<LogInput> = {}) =>
  decideLog(
    {
      ...codes(given),
      channel: 'phone',
      summary: 'Đèn đường tắt',
      trackingCode: 'T0',
      ...rest,
    },
    { by: agent, at: at('2020-03-07 23:58'), jurisdiction },
  );

describe('logging a case', () => {
  it('gives the desk five minutes round the clock, on a Saturday night too', () =>
    expect(log({})).toEqual({
      ok: true,
      value: {
        type: 'CaseLogged',
        class: null,
        serviceCode: null,
        areaCode: null,
        trackingCode: 'T0',
        channel: 'phone',
        priority: 'normal',
        summary: 'Đèn đường tắt',
        receivedAt: at('2020-03-07 23:58'),
        handOffDueAt: at('2020-03-08 00:03'),
      },
    }));

  it('takes the class from the service', () =>
    expect(log({ serviceCode: 'proc-land' })).toMatchObject({ value: { class: 'procedure' } }));

  it('keeps a class that nobody has found a service for', () =>
    expect(log({ class: 'information' })).toMatchObject({
      value: { class: 'information', serviceCode: null },
    }));

  it('is urgent where the service is, unless the agent says otherwise', () => {
    const accident = { serviceCode: 'traffic-accident' };
    expect(log(accident)).toMatchObject({ value: { priority: 'urgent' } });
    expect(log(accident, { priority: 'normal' })).toMatchObject({ value: { priority: 'normal' } });
    expect(log({ serviceCode: 'street-light' })).toMatchObject({ value: { priority: 'normal' } });
  });
});

describe('a classification', () => {
  it.each([
    [{ areaCode: '99999' }, { code: 'UNKNOWN_AREA', areaCode: '99999' }],
    [{ serviceCode: 'ufo' }, { code: 'UNKNOWN_SERVICE', serviceCode: 'ufo' }],
    [
      { serviceCode: 'street-light', class: 'procedure' },
      { code: 'CLASS_MISMATCH', serviceCode: 'street-light' },
    ],
  ])('of %j is refused', (given, error) => {
    expect(log(given)).toEqual({ ok: false, error });
    expect(checkClassification(codes(given), jurisdiction)).toEqual({ ok: false, error });
  });

  it.each(['725', '25966'])('may name a district or a commune: %s', (areaCode) =>
    expect(log({ areaCode })).toMatchObject({ value: { areaCode } }),
  );
});
