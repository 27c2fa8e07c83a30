import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '../../shared/domain/case.ts';
import { difference } from '../../shared/domain/statistics-counting.ts';
import type { StatisticsJob } from '../../shared/domain/statistics-job.ts';
import { createCountCases, createProjectCases } from '../../shared/usecases/project-cases.ts';
import {
  createGoOnWithJob,
  createRunJob,
  type StatisticsJobPorts,
} from '../../shared/usecases/run-statistics-job.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { Chance, jurisdictionId, randomHistory } from '../support/random-cases.ts';
import {
  CaseStore,
  clock,
  context,
  expectFiguresOf,
  inDynamoDb,
  inMemory,
  type StatisticsPorts,
  statisticsOver,
} from './statistics-support.ts';

const DAYS = { from: '2019-12-01', to: '2020-12-31' };

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.close());

const stored = async (): Promise<StatisticsPorts> => {
  const { client } = dynoxide;
  const { statistics: tableName } = await createTables(client, randomUUID());
  return inDynamoDb({ client, tableName });
};

function portsOver(ports: StatisticsPorts, cases: CaseStore): StatisticsJobPorts {
  const counting = { ledger: ports.ledger, context };
  return {
    ...ports,
    ...{ cases, context, clock, span: { from: '2019-10-01', to: '2020-12-31' } },
    projectCases: createProjectCases(counting),
    countCases: createCountCases(counting),
  };
}

/** Each run may do one step, as if its time were up; every third dies before what it did is stored. */
async function inSingleSteps(
  kind: StatisticsJob['kind'],
  ports: StatisticsJobPorts,
): Promise<{ readonly job: StatisticsJob; readonly runs: number }> {
  const run = { jurisdictionId, kind, mayGoOn: () => false };
  let job = await createRunJob(ports)({ ...run, isScheduled: true });
  let runs = 1;
  const jobs: StatisticsJobPorts['jobs'] = {
    find: (...asked) => ports.jobs.find(...asked),
    begin: (...asked) => ports.jobs.begin(...asked),
    save: (...asked) =>
      runs % 3 === 0 ? Promise.reject(new Error('Died')) : ports.jobs.save(...asked),
  };
  for (; job.finishedAt === null && runs < 1_000; runs += 1) {
    job = (await createGoOnWithJob({ ...ports, jobs })(run).catch(() => job)) ?? job;
  }
  return { job, runs };
}

const makers = [
  ['in memory', inMemory],
  ['in DynamoDB', stored],
] as const;

describe.each(makers)('jobs over the counters %s', (_, make) => {
  it('rebuild them in as many runs as it takes, whatever dies', async () => {
    const history = randomHistory(new Chance(21), 150);
    const cases = new CaseStore().put(...history);
    const ports = await make();
    const { job, runs } = await inSingleSteps('rebuild', portsOver(ports, cases));
    expect(job).toMatchObject({ phase: 'sweep', generation: 2, failure: null });
    expect(job.cases).toBe(cases.all().length);
    expect(runs).toBeGreaterThan(cases.all().length / cases.pageSize);
    const statistics = statisticsOver(ports, cases);
    await expectFiguresOf(statistics, cases.all(), DAYS);
    expect(await statistics.reconcile(jurisdictionId)).toMatchObject({ behind: 0, drift: [] });
  });

  it('find what is wrong in as many runs as it takes, and go on where they were', async () => {
    const history = randomHistory(new Chance(22), 120);
    const cases = new CaseStore().put(...history);
    const ports = await make();
    const [wrong] = cases.all();
    const { ledger, lost } = forgetful(wrong!.caseId, ports);
    await statisticsOver({ ...ports, ledger }, cases).project(history);
    const { job } = await inSingleSteps('reconcile', portsOver(ports, cases));
    expect(job.cases).toBe(cases.all().length);
    // The note does not hold what the case says, and the counters not what the notes say.
    expect(lost()).toBeGreaterThan(0);
    expect(job.drift).toBe(2 * lost());
    // The next one begins anew.
    const again = await inSingleSteps('reconcile', portsOver(ports, cases));
    expect(again.job.drift).toBe(job.drift);
  });

  it('begin anew when a rebuild has put other counters in place', async () => {
    const history = randomHistory(new Chance(23), 80);
    const cases = new CaseStore().put(...history);
    const ports = portsOver(await make(), cases);
    await ports.projectCases(jurisdictionId, history);
    const once = { jurisdictionId, kind: 'reconcile', mayGoOn: () => false } as const;
    await createRunJob(ports)({ ...once, isScheduled: false });
    await inSingleSteps('rebuild', ports);
    const job = await createGoOnWithJob(ports)({ ...once, mayGoOn: () => true });
    expect(job).toMatchObject({ generation: 2, drift: 0, cases: cases.all().length });
    expect(job?.finishedAt).not.toBeNull();
  });

  it('of two runs at once one gives way', async () => {
    const history = randomHistory(new Chance(24), 100);
    const cases = new CaseStore().put(...history);
    const ports = portsOver(await make(), cases);
    await ports.projectCases(jurisdictionId, history);
    const run = { jurisdictionId, kind: 'reconcile', mayGoOn: () => true } as const;
    await createRunJob(ports)({ ...run, mayGoOn: () => false, isScheduled: false });
    const goOn = createGoOnWithJob(ports);
    await Promise.all([goOn(run), goOn(run)]);
    const job = await goOn(run);
    expect(job).toMatchObject({ drift: 0, cases: cases.all().length });
  });
});

/** Writes a note of this case that does not say what it counts for, which is in so many counters. */
function forgetful(caseId: CaseId, { ledger }: StatisticsPorts) {
  let lost = 0;
  const tampered: StatisticsPorts['ledger'] = {
    generations: (id) => ledger.generations(id),
    counted: (...asked) => ledger.counted(...asked),
    count: (generation, steps) =>
      ledger.count(
        generation,
        steps.map((step) => {
          if (step.caseId !== caseId) return step;
          lost = difference(step.to.contributions, []).length;
          return { ...step, to: { ...step.to, contributions: [] } };
        }),
      ),
  };
  return { ledger: tampered, lost: () => lost };
}
