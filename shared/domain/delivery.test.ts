import { describe, expect, it } from 'vitest';
import { aDelivery, anEvent, department } from '../../test/support/delivery-builder.ts';
import { deliveriesOf, readDeliveryMessage, retryDelaySeconds } from './delivery.ts';

describe('who is told of an event', () => {
  it('is every department that took part before or after it, once', () => {
    const participants = ['SGTVT', 'TDM', 'SGTVT'].map(department);
    expect(deliveriesOf({ event: anEvent(), participants })).toEqual([
      aDelivery({ department: 'SGTVT' }),
      aDelivery({ department: 'TDM' }),
    ]);
  });

  it('is also the department that acted', () => {
    const by = { id: 'officer-1', role: 'officer', department: 'SGTVT' };
    const event = anEvent({ by, version: 3, body: { type: 'CaseAccepted' } });
    expect(deliveriesOf({ event, participants: [department('SGTVT')] })).toEqual([
      aDelivery({ version: 3, type: 'CaseAccepted' }),
    ]);
  });

  it('is nobody while the case is at the desk', () => {
    expect(deliveriesOf({ event: anEvent(), participants: [] })).toEqual([]);
  });
});

describe('the wait before the next try', () => {
  it.each([
    [1, 30],
    [2, 60],
    [3, 120],
    [4, 240],
    [7, 1_920],
    [8, 3_600],
    [20, 3_600],
    [1_000, 3_600],
  ])('after try %i is %i seconds', (tries, seconds) => {
    expect(retryDelaySeconds(tries, 0)).toBe(seconds);
  });

  it('grows by chance up to a quarter', () => {
    expect(retryDelaySeconds(1, 0.5)).toBe(34);
    expect(retryDelaySeconds(8, 0.999)).toBe(4_499);
  });
});

describe('a queued text', () => {
  it('is read back as the message it was', () => {
    expect(readDeliveryMessage(JSON.stringify(aDelivery()))).toEqual(aDelivery());
  });

  it.each([
    ['is not JSON', '{'],
    ['lacks a member', JSON.stringify({ ...aDelivery(), caseId: undefined })],
    ['has a member too many', JSON.stringify({ ...aDelivery(), phone: '0912345678' })],
    ['names an event that does not exist', JSON.stringify({ ...aDelivery(), type: 'CaseLost' })],
  ])('that %s is no message', (_why, text) => {
    expect(readDeliveryMessage(text)).toBeUndefined();
  });
});
