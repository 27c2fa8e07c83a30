import { describe, expect, it } from 'vitest';
import { aCase, aRound, at } from '../../test/support/case-builder.ts';
import { caseIdNumber } from '../../test/support/random-cases.ts';
import { repeatedBy } from './first-contact.ts';

const now = {
  serviceCode: aCase({ serviceCode: 'info-hotline' }).serviceCode,
  at: at('2020-03-12 09:00'),
};
const answeredOn = (instant: string, differing: object = {}) =>
  aCase({
    caseId: caseIdNumber(7),
    serviceCode: 'info-hotline',
    receivedAt: at('2020-03-04 09:00'),
    status: 'answered',
    rounds: [aRound(instant, null)],
    ...differing,
  });

describe('a case comes back to an earlier one of its caller', () => {
  it.each([
    ['that the desk answered', answeredOn(at('2020-03-06 09:00')), true],
    ['that it answered seven days before', answeredOn(at('2020-03-05 09:00')), true],
    ['but not after longer', answeredOn(at('2020-03-05 08:59')), false],
    ['nor of another service', answeredOn(at('2020-03-06 09:00'), { serviceCode: 'tree' }), false],
    [
      'nor that a department had',
      answeredOn(at('2020-03-06 09:00'), { forwardedAt: at('2020-03-05 09:00'), lead: 'TA' }),
      false,
    ],
    ['nor that is still open', answeredOn('', { status: 'received', rounds: [] }), false],
  ])('%s', (_, earlier, comesBack) =>
    expect(repeatedBy(now, [earlier])).toBe(comesBack ? earlier.caseId : null),
  );

  it('the latest of several', () => {
    const older = answeredOn(at('2020-03-06 09:00'));
    const later = answeredOn(at('2020-03-11 09:00'), {
      caseId: caseIdNumber(8),
      receivedAt: at('2020-03-11 08:55'),
    });
    expect(repeatedBy(now, [older, later])).toBe(later.caseId);
  });

  it('never before it has a service', () =>
    expect(
      repeatedBy({ ...now, serviceCode: null }, [
        answeredOn(at('2020-03-06 09:00'), { serviceCode: null }),
      ]),
    ).toBeNull());
});
