import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  Chance,
  jurisdiction,
  jurisdictionId,
  randomHistory,
} from '../../test/support/random-cases.ts';
import { InMemoryStaffRegister } from '../adapters/memory/in-memory-staff-register.ts';
import { InMemoryStatistics } from '../adapters/memory/in-memory-statistics.ts';
import { INDICATORS } from '../domain/indicators/indicators.ts';
import { statisticsContext } from '../domain/statistics-context.ts';
import { createProjectCases } from './project-cases.ts';
import { createReadDeadlines } from './read-deadlines.ts';
import { createReadHeadline } from './read-headline.ts';
import { createReadIndicators } from './read-indicators.ts';
import { createReadNationalWeek } from './read-national-week.ts';
import { createReadReturns } from './read-returns.ts';
import { createReadRouting } from './read-routing.ts';
import { createReadTimes } from './read-times.ts';

const context = statisticsContext(jurisdiction);
const ALL_DAYS = { from: '2019-12-01', to: '2020-08-31' };

async function setup(seed = 3) {
  const statistics = new InMemoryStatistics();
  const history = randomHistory(new Chance(seed), 600);
  await createProjectCases({ ledger: statistics, context })(jurisdictionId, history);
  const latest = new Map(history.map((version) => [version.caseId, version]));
  const clock = { now: () => new Date('2020-09-01T12:00:00.000Z') };
  const staff = new InMemoryStaffRegister();
  const ports = {
    ...{ statistics, times: statistics, series: statistics, staff, clock },
    ...{ jurisdiction, context },
  };
  const reading = {
    ...{ clock, context },
    readHeadline: createReadHeadline(ports),
    readDeadlines: createReadDeadlines(ports),
    readTimes: createReadTimes(ports),
    readRouting: createReadRouting(ports),
    readReturns: createReadReturns(ports),
  };
  const readIndicators = createReadIndicators(reading);
  const values = async (period = ALL_DAYS) => {
    const read = await readIndicators({ jurisdictionId, ...period });
    if (!read.ok) throw new Error(read.error.code);
    return new Map(read.value.indicators.map(({ indicator, ...value }) => [indicator.id, value]));
  };
  return { cases: [...latest.values()], reading, readIndicators, values };
}

describe('indicators', () => {
  it('are some sixty, each with an id of its own, two definitions and a heading in the glossary', () => {
    expect(INDICATORS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(INDICATORS.map(({ id }) => id)).size).toBe(INDICATORS.length);
    const glossary = readFileSync('docs/glossary.md', 'utf8');
    for (const { id, definition, figure } of INDICATORS) {
      expect(id).toMatch(/^[a-zA-Z]+(\.[\w-]+)+$/);
      for (const text of [definition.vi, definition.en])
        expect(text.length, id).toBeGreaterThan(10);
      expect(glossary.toLowerCase(), id).toMatch(new RegExp(`^#+ ${figure.toLowerCase()}\\b`, 'm'));
    }
  });

  it('say what a recount of the cases says', async () => {
    const { cases, values } = await setup();
    const found = await values();
    expect(found.get('cases.received')?.value).toBe(cases.length);
    expect(found.get('cases.received.zalo')?.value).toBe(
      cases.filter(({ channel }) => channel === 'zalo').length,
    );
    const reports = cases.filter((one) => one.class === 'field_report');
    expect(found.get('cases.received.field_report')?.value).toBe(reports.length);
    const forwarded = cases.filter(({ forwardedAt }) => forwardedAt !== null);
    expect(found.get('satisfaction.ofForwarded')?.denominator).toBe(forwarded.length);
    expect(found.get('returns.returns')?.value).toBe(
      forwarded.reduce((sum, { hops }) => sum + hops.length, 0),
    );
  });

  it('that are shares are their numerator over their denominator', async () => {
    const found = await (await setup()).values();
    for (const { id, unit } of INDICATORS) {
      const { value, numerator, denominator } = found.get(id)!;
      if (unit !== 'share') expect([id, numerator, denominator]).toEqual([id, null, null]);
      else expect(value, id).toBe(denominator === 0 ? null : numerator! / denominator!);
    }
  });

  it('of days without any case are zero or nothing', async () => {
    const found = await (await setup()).values({ from: '2019-01-01', to: '2019-01-31' });
    expect([...found.values()].filter(({ value }) => value !== 0 && value !== null)).toEqual([]);
  });

  it('of days to come are refused', async () => {
    const { readIndicators } = await setup();
    const asked = readIndicators({ jurisdictionId, from: '2020-09-02', to: '2020-09-03' });
    expect(await asked).toMatchObject({ ok: false, error: { code: 'PERIOD_IN_FUTURE' } });
  });
});

describe('the week of the national index', () => {
  it('names every department, and the departments add up to the province', async () => {
    const { reading } = await setup();
    const read = await createReadNationalWeek(reading)({ jurisdictionId, week: '2020-W09' });
    if (!read.ok) throw new Error(read.error.code);
    const { period, rows, total } = read.value;
    expect(period).toEqual({ from: '2020-02-24', to: '2020-03-01' });
    expect(rows.length).toBe(jurisdiction.departments.size + 1);
    for (const figure of ['onTime', 'satisfaction', 'judged', 'satisfactionOfForwarded'] as const)
      for (const part of ['numerator', 'denominator'] as const)
        expect(rows.reduce((sum, row) => sum + row[figure][part], 0)).toBe(total[figure][part]);
    expect(total.onTime.denominator).toBeGreaterThan(0);
  });
});
