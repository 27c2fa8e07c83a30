import { describe, expect, it } from 'vitest';
import { anActor, at } from '../../../test/support/case-builder.ts';
import { after, agent, decided, eventOf, logged } from '../../../test/support/case-story.ts';
import type { Case } from '../case.ts';

const THURSDAY = '2020-03-05 09:00';
const officer = (department: string) => anActor('officer', department);
const now = { by: agent, at: '2020-03-05 09:03' };

const route = (current: Case, input: { lead?: string; supporting?: string[] } = {}) =>
  decided(current, 'route', { ...now, with: input });
const partOf = (current: Case, department: string) =>
  current.parts.find((part) => part.department === department);

describe('classifying', () => {
  const current = logged({ at: THURSDAY });
  const classify = (input: Parameters<typeof eventOf<'classify'>>[2]['with'], of = current) =>
    decided(of, 'classify', { ...now, with: input });

  it('leaves as it is what it does not name', () =>
    expect(classify({ summary: 'Ba bóng đèn' })).toMatchObject({
      value: {
        status: 'received',
        body: {
          class: 'field_report',
          serviceCode: 'street-light',
          areaCode: '25966',
          priority: 'normal',
          summary: 'Ba bóng đèn',
        },
      },
    }));

  it('takes the class of a new service', () =>
    expect(classify({ serviceCode: 'proc-land' })).toMatchObject({
      value: { body: { class: 'procedure', serviceCode: 'proc-land' } },
    }));

  it('takes a place or a summary back with null', () =>
    expect(classify({ areaCode: null, summary: null })).toMatchObject({
      value: { body: { areaCode: null, summary: null } },
    }));

  it('makes urgent what turns out to be an urgent service', () =>
    expect(classify({ serviceCode: 'traffic-accident' })).toMatchObject({
      value: { body: { priority: 'urgent' } },
    }));

  it('leaves the priority that a person chose', () => {
    const accident = logged({ at: THURSDAY, serviceCode: 'traffic-accident' });
    const calmed = after(accident, 'classify', { ...now, with: { priority: 'normal' } });
    expect(calmed.priority).toBe('normal');
    expect(classify({ serviceCode: 'traffic-accident' }, calmed)).toMatchObject({
      value: { body: { priority: 'normal' } },
    });
    // A person lowers it, not another service.
    expect(classify({ serviceCode: 'street-light' }, accident)).toMatchObject({
      value: { body: { priority: 'urgent' } },
    });
  });

  it.each([
    [{ class: 'procedure' } as const, { code: 'CLASS_MISMATCH', serviceCode: 'street-light' }],
    [{ serviceCode: 'ufo' }, { code: 'UNKNOWN_SERVICE', serviceCode: 'ufo' }],
    [{ areaCode: '999' }, { code: 'UNKNOWN_AREA', areaCode: '999' }],
  ])('%j is refused', (input, error) => expect(classify(input)).toEqual({ ok: false, error }));
});

describe('routing by the catalogue', () => {
  it('goes to the district of the place and to the supporting departments at once', () =>
    expect(route(logged({ at: THURSDAY }))).toMatchObject({
      value: {
        status: 'routed',
        body: { type: 'CaseRouted', lead: 'TA', parts: [{ department: 'SXD', status: 'open' }] },
      },
    }));

  it('goes to the department that the service names, wherever it is', () => {
    const current = logged({ at: THURSDAY, serviceCode: 'water-supply', areaCode: null });
    expect(route(current)).toMatchObject({ value: { body: { lead: 'BIWASE', parts: [] } } });
  });

  it.each([
    ['PLACE_MISSING', logged({ at: THURSDAY, areaCode: null })],
    ['HOTLINE_ANSWERS', logged({ at: THURSDAY, serviceCode: 'info-hotline' })],
  ])('leaves it to a person: %s', (because, current) => {
    expect(route(current)).toEqual({ ok: false, error: { code: 'ROUTE_UNDECIDED', because } });
    expect(route(current, { lead: 'TDM' })).toMatchObject({ value: { body: { lead: 'TDM' } } });
  });

  it('needs a service, even when a person chooses: the deadline is the service’s', () => {
    const current = logged({ at: THURSDAY, serviceCode: null });
    expect(route(current)).toEqual({ ok: false, error: { code: 'NOT_CLASSIFIED' } });
    expect(route(current, { lead: 'TA' })).toEqual({
      ok: false,
      error: { code: 'NOT_CLASSIFIED' },
    });
  });
});

describe('routing by hand', () => {
  const current = logged({ at: THURSDAY });

  it('supports with whom it names, once each, in the order of their codes', () =>
    expect(route(current, { lead: 'SGTVT', supporting: ['TA', 'SXD', 'TA'] })).toMatchObject({
      value: { body: { lead: 'SGTVT', parts: [{ department: 'SXD' }, { department: 'TA' }] } },
    }));

  it('says that a person named the lead, as the catalogue and a rule do not', () => {
    expect(route(current, { lead: 'SGTVT' })).toMatchObject({ value: { body: { named: true } } });
    expect(route(current)).toMatchObject({ value: { body: { type: 'CaseRouted' } } });
    expect(route(current)).not.toHaveProperty('value.body.named');
  });

  it('with a lead alone means nobody else', () =>
    expect(route(current, { lead: 'SGTVT' })).toMatchObject({ value: { body: { parts: [] } } }));

  it('may change only the supporting ones', () =>
    expect(route(current, { supporting: ['PCBD'] })).toMatchObject({
      value: { body: { lead: 'TA', parts: [{ department: 'PCBD' }] } },
    }));

  it.each([
    [{ lead: 'NASA' }, { code: 'UNKNOWN_DEPARTMENT', department: 'NASA' }],
    [{ supporting: ['NASA'] }, { code: 'UNKNOWN_DEPARTMENT', department: 'NASA' }],
    [
      { lead: 'SXD', supporting: ['SXD'] },
      { code: 'LEAD_ALSO_SUPPORTING', department: 'SXD' },
    ],
    [{ supporting: ['TA'] }, { code: 'LEAD_ALSO_SUPPORTING', department: 'TA' }],
  ])('%j is refused', (input, error) =>
    expect(route(current, input)).toEqual({ ok: false, error }),
  );
});

describe('deadlines at routing', () => {
  it.each<[string, string, { due: string; part?: string }]>([
    // 3 working days; the part gets 0.6 of it, 2 days
    ['street-light', '2020-03-05 09:00', { due: '2020-03-10 17:00', part: '2020-03-09 17:00' }],
    // the same over Tết, 23 to 29 January 2020
    ['street-light', '2020-01-22 16:50', { due: '2020-02-03 17:00', part: '2020-01-31 17:00' }],
    // 5 working days, parts 3
    ['telecom-cable', '2020-03-06 16:50', { due: '2020-03-13 17:00', part: '2020-03-11 17:00' }],
    // 8 working hours over a weekend and a lunch break
    ['traffic-signal', '2020-03-06 16:00', { due: '2020-03-09 16:00' }],
    // round the clock: 4 hours of a Friday night; of 2 hours the part gets 1
    ['power-outage', '2020-03-06 22:00', { due: '2020-03-07 02:00' }],
    ['traffic-accident', '2020-03-07 23:30', { due: '2020-03-08 01:30', part: '2020-03-08 00:30' }],
  ])('of %s logged at %s: %j', (serviceCode, receivedAt, { due, part }) => {
    // Routed some minutes later: the citizen's clock began when they called.
    const step = { by: agent, at: receivedAt.replace(/\d$/, '4'), with: {} };
    const routed = after(logged({ at: receivedAt, serviceCode }), 'route', step);
    expect(routed.answerDueAt).toBe(at(due));
    expect(routed.parts[0]?.dueAt).toBe(part === undefined ? undefined : at(part));
    expect(routed.forwardedAt).toBe(at(step.at));
  });

  it('are refused beyond the calendar', () =>
    expect(
      decided(logged({ at: '2027-12-30 09:00' }), 'route', {
        by: agent,
        at: '2027-12-30 09:01',
        with: {},
      }),
    ).toMatchObject({ error: { code: 'CALENDAR_NOT_COVERED', year: 2028 } }));
});

describe('a return', () => {
  const routed = after(logged({ at: THURSDAY }), 'route', {
    by: agent,
    at: '2020-03-05 09:04',
    with: { lead: 'SYT', supporting: ['SXD'] },
  });
  const step = {
    by: officer('SYT'),
    at: '2020-03-06 10:00',
    with: { reason: 'wrong_department', proposed: 'TA' },
  } as const;
  const returned = after(routed, 'return', step);

  it('keeps reason, way and time lost, and gives the desk its five minutes again', () => {
    expect(returned).toMatchObject({
      status: 'received',
      lead: null,
      handOffDueAt: at('2020-03-06 10:05'),
      hops: [
        {
          number: 1,
          from: 'SYT',
          reason: 'wrong_department',
          proposed: 'TA',
          at: at('2020-03-06 10:00'),
          lostMs: (24 * 60 + 56) * 60_000,
        },
      ],
    });
  });

  it('keeps the citizen’s clock, and the day on which the case was forwarded', () => {
    const again = after(returned, 'route', { by: agent, at: '2020-03-09 08:00', with: {} });
    expect(returned.answerDueAt).toBe(at('2020-03-10 17:00'));
    expect(again).toMatchObject({
      lead: 'TA',
      answerDueAt: at('2020-03-10 17:00'),
      forwardedAt: at('2020-03-05 09:04'),
      routedAt: at('2020-03-09 08:00'),
    });
  });

  it('counts the next one from the next routing', () => {
    const again = after(returned, 'route', { by: agent, at: '2020-03-09 08:00', with: {} });
    const twice = after(again, 'return', {
      by: officer('TA'),
      at: '2020-03-09 08:30',
      with: { reason: 'other' },
    });
    expect(twice.hops[1]).toMatchObject({
      number: 2,
      from: 'TA',
      proposed: null,
      lostMs: 1_800_000,
    });
  });

  it('loses no time when the clocks of two machines differ', () =>
    expect(eventOf(routed, 'return', { ...step, at: '2020-03-05 09:03' })).toMatchObject({
      lostMs: 0,
    }));

  it('proposes only a department that exists', () =>
    expect(
      decided(routed, 'return', { ...step, with: { reason: 'other', proposed: 'NASA' } }),
    ).toEqual({ ok: false, error: { code: 'UNKNOWN_DEPARTMENT', department: 'NASA' } }));
});

describe('routing again', () => {
  const routed = after(logged({ at: THURSDAY, serviceCode: 'telecom-cable' }), 'route', {
    by: agent,
    at: '2020-03-05 09:04',
    with: {},
  });
  const answered = after(routed, 'answer-part', {
    by: officer('VNPT'),
    at: '2020-03-05 15:00',
    with: {},
  });
  const again = (lead: string, supporting: string[]) =>
    after(answered, 'route', { by: agent, at: '2020-03-06 08:00', with: { lead, supporting } });

  it('keeps the parts that were given, named again or not', () => {
    const kept = { status: 'answered', answeredAt: at('2020-03-05 15:00') };
    expect(partOf(again('STTTT', ['VNPT']), 'VNPT')).toMatchObject(kept);
    expect(partOf(again('STTTT', []), 'VNPT')).toMatchObject(kept);
  });

  it('releases an open part that is not named again, instead of dropping it silently', () =>
    expect(partOf(again('STTTT', []), 'VIETTEL')).toMatchObject({ status: 'released' }));

  it('leaves an open part that is named again since when it was owed', () =>
    expect(partOf(again('STTTT', ['VIETTEL']), 'VIETTEL')).toEqual(partOf(routed, 'VIETTEL')));

  it('owes anew what had been released', () => {
    const released = again('STTTT', []);
    const step = {
      by: agent,
      at: '2020-03-06 09:00',
      with: { lead: 'STTTT', supporting: ['VIETTEL'] },
    };
    expect(partOf(after(released, 'route', step), 'VIETTEL')).toMatchObject({
      status: 'open',
      assignedAt: at('2020-03-06 09:00'),
    });
  });

  it('makes a lead of a supporting department, which then has no part', () => {
    const { lead, parts } = again('VNPT', ['STTTT']);
    expect(lead).toBe('VNPT');
    expect(parts.map(({ department }) => department)).toEqual(['STTTT', 'VIETTEL']);
  });

  describe('and a date that the citizen was given', () => {
    const officerOf = officer('STTTT');
    const accepted = after(answered, 'accept', {
      by: officerOf,
      at: '2020-03-05 16:00',
      with: {},
    });
    const extendedTo = (date: string) =>
      after(accepted, 'extend', {
        by: officerOf,
        at: '2020-03-06 08:00',
        with: { answerDueAt: at(date) },
      });
    const rerouted = (current: Case, serviceCode: string) => {
      const classified = after(current, 'classify', {
        by: agent,
        at: '2020-03-06 09:00',
        with: { serviceCode },
      });
      return after(classified, 'route', {
        by: agent,
        at: '2020-03-06 09:01',
        with: { lead: 'VNPT', supporting: [] },
      });
    };

    it('keeps it for the next department', () =>
      expect(rerouted(extendedTo('2020-03-20 17:00'), 'traffic-violation').answerDueAt).toBe(
        at('2020-03-20 17:00'),
      ));

    it('moves it on where another service takes longer', () =>
      // 10 working days
      expect(rerouted(extendedTo('2020-03-13 17:00'), 'inspection').answerDueAt).toBe(
        at('2020-03-19 17:00'),
      ));

    it('takes the shorter time of another service where none was given', () =>
      // 8 working hours
      expect(rerouted(accepted, 'traffic-violation').answerDueAt).toBe(at('2020-03-06 09:00')));
  });
});
