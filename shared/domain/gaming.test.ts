import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { anActor, at, jurisdiction } from '../../test/support/case-builder.ts';
import { after, agent, decided, logged, supervisor } from '../../test/support/case-story.ts';
import { caseIdNumber } from '../../test/support/random-cases.ts';
import { InMemoryStatistics } from '../adapters/memory/in-memory-statistics.ts';
import { createProjectCases } from '../usecases/project-cases.ts';
import { createReadDeadlines } from '../usecases/read-deadlines.ts';
import { createReadHeadline } from '../usecases/read-headline.ts';
import { createReadReturns } from '../usecases/read-returns.ts';
import { createReadTimes } from '../usecases/read-times.ts';
import { CITIZEN, SYSTEM } from './actor.ts';
import type { Case, Judgement } from './case.ts';
import type { Result } from './result.ts';
import { satisfactionOf } from './satisfaction.ts';
import { statisticsContext } from './statistics-context.ts';

/** Reported on Thursday the 5th; street lights are due after three working days, on Tuesday the 10th at 9:00. */
const IN_TIME = '2020-03-09 10:00';
const TOO_LATE = '2020-03-16 10:00';
const officer = anActor('officer', 'TA');

const open = (): Case => {
  const routed = after(logged({ at: '2020-03-05 09:00' }), 'route', {
    by: agent,
    at: '2020-03-05 09:03',
    with: { supporting: [] },
  });
  return after(routed, 'accept', { by: officer, at: '2020-03-05 10:00', with: {} });
};
const answered = (when = IN_TIME, current = open()): Case =>
  after(current, 'answer', { by: officer, at: when, with: {} });
const judged = (judgement: Judgement, current = answered()): Case =>
  after(current, 'rate', {
    by: CITIZEN,
    at: '2020-03-17 09:00',
    with: { round: current.rounds.length, judgement },
  });

/** What TA looks like at the end of March, with these cases and no others. */
async function figuresOf(...stories: readonly Case[]) {
  const cases = stories.map((one, number) => ({ ...one, caseId: caseIdNumber(number) }));
  const { jurisdictionId } = stories[0]!;
  const statistics = new InMemoryStatistics();
  const context = statisticsContext(jurisdiction);
  await createProjectCases({ ledger: statistics, context })(jurisdictionId, cases);
  const ports = {
    ...{ statistics, series: statistics, times: statistics, context, jurisdiction },
    clock: { now: () => new Date(at('2020-03-31 12:00')) },
    staff: { list: () => Promise.resolve({ members: [], next: undefined }) },
  };
  const question = { jurisdictionId, from: '2020-03-01', to: '2020-03-31' };
  const headline = valueOf(await createReadHeadline(ports)(question));
  const deadlines = valueOf(await createReadDeadlines(ports)(question));
  const returns = valueOf(
    await createReadReturns(ports)({ ...question, by: 'department', role: 'manager' }),
  );
  const times = valueOf(await createReadTimes(ports)(question));
  const { counts, satisfaction } = headline.total;
  return {
    counts,
    rate: satisfaction.ofForwarded.rate,
    ofJudged: satisfaction.ofJudged.rate,
    shareJudged: satisfaction.judgedOfAnswered.rate,
    onTime: deadlines.total.onTimeRate.rate,
    due: deadlines.total.counts,
    extensionRate: deadlines.total.extensionRate.rate,
    returnsOfTA: returns.rows.find(({ value }) => value === 'TA'),
    times: times.total,
  };
}

function valueOf<T>(result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('a department that does not answer what is late', () => {
  it('looks no better than one that answers late: open and overdue is failed', async () => {
    const left = await figuresOf(answered(), open());
    const late = await figuresOf(answered(), answered(TOO_LATE));
    expect([left.onTime, late.onTime]).toEqual([0.5, 0.5]);
    expect(left.due).toMatchObject({ openOverdue: 1, doneLate: 0 });
  });
});

describe('a case that ends without an answer', () => {
  const reject = (current: Case) =>
    decided(current, 'reject', { by: officer, at: IN_TIME, with: {} });
  const ask = () => after(open(), 'ask-citizen', { by: officer, at: '2020-03-06 09:00', with: {} });

  /** What the clocks raise on the way to the end of the silence. */
  function reminded(current: Case): Case {
    const step = { by: SYSTEM, at: '2020-03-30 09:00', with: {} };
    const decision = decided(current, 'raise-alarm', step);
    return decision.ok ? reminded(after(current, 'raise-alarm', step)) : current;
  }

  it('is none that a department can close', () => {
    expect(reject(open())).toMatchObject({ ok: false });
    for (const action of ['close', 'withdraw'] as const) {
      const decision = decided(open(), action, { by: officer, at: IN_TIME, with: {} });
      expect(decision).toMatchObject({ ok: false, error: { code: 'NOT_PERMITTED' } });
    }
  });

  it('stays in the denominator of the rate, and is counted as such', async () => {
    const withdrawn = after(open(), 'withdraw', { by: agent, at: IN_TIME, with: {} });
    const silent = after(reminded(ask()), 'close', {
      by: SYSTEM,
      at: '2020-03-30 09:00',
      with: {},
    });
    const figures = await figuresOf(judged('satisfied'), withdrawn, silent);
    expect(figures.rate).toBeCloseTo(1 / 3);
    expect(figures.counts).toMatchObject({ forwarded: 3, endedUnanswered: 2, withdrawn: 1 });
    expect(figures.counts.citizenSilent).toBe(1);
    expect(figures.due.ended).toBe(2);
  });

  it('asked for in vain shows as paused; after the deadline asking undoes nothing', async () => {
    expect((await figuresOf(ask())).due).toMatchObject({ paused: 1, openOverdue: 0 });
    const step = { by: officer, at: TOO_LATE, with: {} };
    const lateAsked = after(open(), 'ask-citizen', step);
    expect((await figuresOf(lateAsked)).due).toMatchObject({ paused: 0, openOverdue: 1 });
  });
});

describe('an answer that answers nothing', () => {
  const empty = () => judged('unsatisfied');
  const reopened = () =>
    after(empty(), 'reopen', { by: CITIZEN, at: '2020-03-17 10:00', with: {} });

  it('is in time, and unsatisfactory', async () => {
    const figures = await figuresOf(empty());
    expect(figures).toMatchObject({ onTime: 1, rate: 0 });
    expect(figures.counts).toMatchObject({ unsatisfied: 1, satisfactory: 0 });
  });

  it('stays visible when it was reopened, also behind a better one', async () => {
    expect((await figuresOf(reopened())).counts).toMatchObject({ unsatisfied: 1, reopened: 1 });
    const accepted = after(reopened(), 'accept', {
      by: officer,
      at: '2020-03-17 11:00',
      with: {},
    });
    const again = answered('2020-03-18 09:00', accepted);
    const better = after(again, 'rate', {
      by: CITIZEN,
      at: '2020-03-18 10:00',
      with: { round: 2, judgement: 'satisfied' },
    });
    expect(better.rounds.map(({ judgement }) => judgement)).toEqual(['unsatisfied', 'satisfied']);
    const figures = await figuresOf(better);
    expect(figures.counts).toMatchObject({ satisfied: 1, unsatisfied: 0, reopened: 1 });
    // Counted from its receipt, not from the reopening.
    const [quick, slow] = [await figuresOf(answered()), figures];
    expect(slow.times.resolution.p50).toBeGreaterThan(3 * (quick.times.resolution.p50 ?? 0));
  });
});

describe('a department that asks nobody, or only who is content', () => {
  it('has a lower rate: silence is not satisfactory', async () => {
    const figures = await figuresOf(judged('satisfied'), answered(), answered(), answered());
    expect(figures).toMatchObject({ rate: 0.25, ofJudged: 1, shareJudged: 0.25 });
  });

  it('cannot judge in the name of the citizen', () => {
    const rating = { round: 1, judgement: 'satisfied' } as const;
    const decision = decided(answered(), 'rate', { by: officer, at: IN_TIME, with: rating });
    expect(decision).toMatchObject({ ok: false, error: { code: 'NOT_PERMITTED' } });
  });
});

describe('a department that wins time', () => {
  const extended = () =>
    after(open(), 'extend', {
      by: officer,
      at: '2020-03-09 09:00',
      with: { answerDueAt: at('2020-03-16 16:00') },
    });

  it('by an extension has it counted', async () => {
    const figures = await figuresOf(answered(TOO_LATE, extended()), answered());
    expect(figures).toMatchObject({ onTime: 1, extensionRate: 0.5 });
    expect(figures.due.extended).toBe(1);
  });

  it('after the deadline has none: what it promises then moves no deadline', async () => {
    const step = { by: officer, at: TOO_LATE };
    const promised = { answerDueAt: at('2020-03-20 16:00') };
    expect(decided(open(), 'extend', { ...step, with: promised })).toMatchObject({
      error: { code: 'DEADLINE_PASSED' },
    });
    const reported = after(open(), 'report-progress', {
      ...step,
      with: { committedAt: at('2020-03-20 16:00') },
    });
    expect((await figuresOf(answered('2020-03-19 09:00', reported))).onTime).toBe(0);
  });

  it('by sending the case back is told of with the time that it cost, and the clock goes on', async () => {
    const returned = after(open(), 'return', {
      by: officer,
      at: '2020-03-09 09:03',
      with: { reason: 'wrong_department', proposed: 'SXD' },
    });
    const sent = { by: agent, at: '2020-03-09 09:10', with: { lead: 'SXD', supporting: [] } };
    const elsewhere = after(returned, 'route', sent);
    expect(elsewhere.clockStartedAt).toBe(open().clockStartedAt);
    const figures = await figuresOf(elsewhere);
    expect(figures.counts.forwarded).toBe(1);
    expect(figures.returnsOfTA?.refusals).toMatchObject({ refused: 1 });
    expect(figures.times.lost).toMatchObject({ cases: 1 });
  });
});

describe('a reopening', () => {
  it('gives a late answer another deadline, which is told of: the case counts as reopened', async () => {
    const late = judged('unsatisfied', answered(TOO_LATE));
    const reopened = after(late, 'reopen', { by: supervisor, at: '2020-03-17 10:00', with: {} });
    expect((await figuresOf(late)).due.doneLate).toBe(1);
    const figures = await figuresOf(reopened);
    expect(figures.due.doneLate).toBe(0);
    expect(figures.counts.reopened).toBe(1);
  });
});

describe('a rank', () => {
  const counts = { acceptable: 0, unsatisfied: 0 };
  const of = (satisfied: number, forwarded: number) =>
    satisfactionOf({ ...counts, forwarded, answered: forwarded, satisfied });

  it('is not for one quick case, nor won by thirty perfect ones over a thousand nearly perfect', () => {
    expect(of(1, 1).rankable).toBe(false);
    const [thirty, thousand] = [of(30, 30), of(990, 1_000)];
    expect(thirty.rankable && thousand.rankable).toBe(true);
    expect(thirty.ofForwarded.low ?? 1).toBeLessThan(thousand.ofForwarded.low ?? 0);
  });
});

describe('docs/gaming.md', () => {
  const page = readFileSync('docs/gaming.md', 'utf8');
  const cited = [...page.matchAll(/`([\w./-]+\.test\.ts)`: “([^”]+)”/g)];

  it('cites tests', () => expect(cited.length).toBeGreaterThan(15));

  it.each(cited.map(([, file = '', name = '']) => ({ file, name })))(
    'cites a test that is there: $name',
    ({ file, name }) => {
      expect(existsSync(file), file).toBe(true);
      expect(readFileSync(file, 'utf8')).toContain(name);
    },
  );
});
