import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aHistory } from '../../test/support/case-histories.ts';
import { anActor } from '../../test/support/case-builder.ts';
import { agent, after, logged } from '../../test/support/case-story.ts';
import { CITIZEN } from './actor.ts';
import { Case, CASE_STATUSES } from './case.ts';
import { CaseEvent, EventBody } from './case-events.ts';
import { replay } from './case-evolve.ts';

describe('a history of any commands', () => {
  it('replayed gives the case back exactly, also after it was stored as JSON', () =>
    fc.assert(
      fc.property(aHistory(), ({ events, cases }) => {
        expect(replay(events)).toEqual(cases.at(-1));
        const stored = events.map((event) => CaseEvent.parse(JSON.parse(JSON.stringify(event))));
        expect(stored).toEqual(events);
        expect(replay(stored)).toEqual(cases.at(-1));
      }),
    ));

  it('replayed up to any event gives the case as it was then', () =>
    fc.assert(
      fc.property(aHistory(20), ({ events, cases }) => {
        events.forEach((_, index) => {
          expect(replay(events.slice(0, index + 1))).toEqual(cases[index]);
        });
      }),
    ));

  it('gives a case that its schema takes, whole and after JSON', () =>
    fc.assert(
      fc.property(aHistory(), ({ cases }) => {
        for (const current of cases) {
          expect(Case.parse(JSON.parse(JSON.stringify(current)))).toEqual(current);
        }
      }),
    ));

  it('has versions without gaps, and the status in every event', () =>
    fc.assert(
      fc.property(aHistory(), ({ events, cases }) => {
        expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1));
        expect(cases.map(({ version }) => version)).toEqual(events.map(({ version }) => version));
        expect(cases.map(({ status }) => status)).toEqual(events.map(({ status }) => status));
      }),
    ));
});

describe('these histories', () => {
  const histories = fc.sample(aHistory(), { numRuns: 1_200, seed: 1022 });

  it('come to every event and every status, or they would prove nothing', () => {
    const types = new Set(histories.flatMap(({ events }) => events.map(({ body }) => body.type)));
    const statuses = new Set(histories.flatMap(({ cases }) => cases.map(({ status }) => status)));
    expect([...types].sort()).toEqual(EventBody.options.map((one) => one.shape.type.value).sort());
    expect([...statuses].sort()).toEqual([...CASE_STATUSES].sort());
  });

  it('are refused in every way that a caller can act on', () => {
    const codes = histories.flatMap(({ refusals }) => refusals.map(({ error }) => error.code));
    expect([...new Set(codes)].sort()).toEqual([
      'ALREADY_PROPOSED',
      'ARBITER_DECIDES',
      'CALENDAR_NOT_COVERED',
      'CALL_BACK_LIMIT',
      'CALL_BACK_TIME',
      'CASE_IS_DUPLICATE',
      'CASE_NOT_DUPLICATE',
      'CLASS_MISMATCH',
      'COMMITMENT_BEFORE_DEADLINE',
      'COMMITMENT_NEEDED',
      'DATE_NOT_IN_WORKING_TIME',
      'DATE_NOT_LATER',
      'DEADLINE_PASSED',
      'ESCALATION_AT_TOP',
      'EXTENSION_LIMIT',
      'JUDGING_WINDOW_OPEN',
      'JUDGING_WINDOW_PASSED',
      'LEAD_ALSO_SUPPORTING',
      'MERGE_TARGET_UNSUITABLE',
      'NOT_CLASSIFIED',
      'NOT_PERMITTED',
      'NO_ALARM_DUE',
      'NO_DEADLINE_TO_MOVE',
      'OPEN_PARTS',
      'PART_ALREADY_ANSWERED',
      'REOPEN_NEEDS_UNSATISFIED',
      'ROUND_NOT_LATEST',
      'ROUTE_UNDECIDED',
      'SILENCE_NOT_OVER',
      'TRANSITION_REFUSED',
    ]);
  });
});

describe('a case that ends without an answer', () => {
  const routed = after(logged({ at: '2020-03-05 09:00' }), 'route', {
    by: agent,
    at: '2020-03-05 09:04',
    with: {},
  });

  it('owes no parts any more, and they show as released', () =>
    expect(
      after(routed, 'withdraw', { by: CITIZEN, at: '2020-03-05 10:00', with: {} }),
    ).toMatchObject({
      status: 'closed',
      closeReason: 'withdrawn',
      parts: [{ department: 'SXD', status: 'released' }],
    }));

  it('stops waiting for the citizen who withdrew it', () => {
    const step = { by: agent, at: '2020-03-05 09:02', with: {} };
    const asked = after(logged({ at: '2020-03-05 09:00' }), 'ask-citizen', step);
    const withdrawn = after(asked, 'withdraw', { by: CITIZEN, at: '2020-03-05 10:00', with: {} });
    expect(withdrawn.statusBeforeWaiting).toBeNull();
    expect(withdrawn.waiting).toEqual([
      { from: '2020-03-05T02:02:00.000Z', until: '2020-03-05T03:00:00.000Z' },
    ]);
  });
});

describe('the first routing', () => {
  const officer = anActor('officer', 'TA');
  const step = { by: agent, at: '2020-03-05 09:04', with: {} };
  const routed = after(logged({ at: '2020-03-05 09:00' }), 'route', step);
  const returned = after(routed, 'return', {
    by: officer,
    at: '2020-03-05 10:00',
    with: { reason: 'wrong_department' },
  });
  const becomes = (current: Case, serviceCode: string): Case =>
    after(current, 'classify', { by: agent, at: '2020-03-05 10:02', with: { serviceCode } });

  it('stays what it was, whoever the case is sent to next', () => {
    expect(routed.firstRoute).toEqual({
      lead: 'TA',
      by: 'agent',
      rule: null,
      named: null,
      service: null,
    });
    const again = { by: agent, at: '2020-03-05 10:04', with: { lead: 'SGTVT' } };
    expect(after(returned, 'route', again).firstRoute).toEqual(routed.firstRoute);
  });

  it('remembers that a person named the lead', () => {
    const named = { ...step, with: { lead: 'SGTVT' } };
    expect(after(logged({ at: '2020-03-05 09:00' }), 'route', named).firstRoute).toMatchObject({
      lead: 'SGTVT',
      named: true,
    });
  });

  it('remembers as what it was sent, once the case is something else', () => {
    const [once, twice] = [
      becomes(returned, 'tree'),
      becomes(becomes(returned, 'tree'), 'manhole'),
    ];
    expect(once.firstRoute?.service).toBe(routed.serviceCode);
    expect(twice.firstRoute?.service).toBe(routed.serviceCode);
    expect(becomes(twice, routed.serviceCode ?? '').firstRoute).toEqual(routed.firstRoute);
  });
});

describe('a history that cannot be', () => {
  const event = {
    jurisdictionId: logged({ at: '2020-03-05 09:00' }).jurisdictionId,
    caseId: logged({ at: '2020-03-05 09:00' }).caseId,
    version: 1,
    at: '2020-03-05T02:00:00.000Z',
    by: agent,
    status: 'in_progress',
    body: { type: 'CaseAccepted' },
  } as const;

  it('without events is a fault of the store', () =>
    expect(() => replay([])).toThrow('at least one event'));

  it('that does not begin with the log is a fault of the store', () =>
    expect(() => replay([event])).toThrow(`History of ${event.caseId} starts with CaseAccepted`));
});
