import { describe, expect, it } from 'vitest';
import type { Case } from '../../shared/domain/case.ts';
import { countingStep } from '../../shared/domain/statistics-counting.ts';
import type { StatisticsLedger } from '../../shared/ports/statistics.ts';
import { Chance, jurisdictionId, randomHistory } from '../support/random-cases.ts';
import { expectActivityOf } from './activity-support.ts';
import { expectDeadlinesOf } from './deadlines-support.ts';
import { expectRoutingOf } from './routing-support.ts';
import { expectSeriesOf } from './series-support.ts';
import {
  CaseStore,
  context,
  expectFiguresOf,
  headline,
  NOWHERE,
  type StatisticsPorts,
  statisticsOver,
} from './statistics-support.ts';

interface Size {
  readonly histories: number;
  readonly actions: number;
}

const PERIODS = [
  { from: '2019-12-01', to: '2020-12-31' },
  { from: '2019-12-31', to: '2020-01-01' },
  { from: '2020-01-10', to: '2020-02-15' },
];

/** What counting promises, whatever stores the counters. */
export function statisticsContract(
  name: string,
  make: () => Promise<StatisticsPorts>,
  size: Size,
): void {
  describe(`statistics ${name}`, () => {
    const seeds = Array.from({ length: size.histories }, (_, seed) => seed + 1);

    it('count what a walk through all cases counts, however the stream delivers', async () => {
      for (const seed of seeds) await expectHistoryCounted(await make(), seed, size.actions);
    });

    it('count once what several projectors count at the same time', async () => {
      const chance = new Chance(47);
      const history = randomHistory(chance, 2 * size.actions);
      const ports = await make();
      const { project } = statisticsOver(ports);
      const lanes = [0, 1, 2].map((lane) =>
        history.filter(({ caseId }) => caseId.charCodeAt(25) % 3 === lane),
      );
      // One projector delivers everything a second time, in the way of the three others.
      await Promise.all([...lanes, history].map((lane) => inBatches(lane, 10, project)));
      const cases = new CaseStore().put(...history);
      const statistics = statisticsOver(ports, cases);
      await expectFiguresOf(statistics, cases.all(), PERIODS[0]!);
      expect(await statistics.reconcile(jurisdictionId)).toMatchObject({ behind: 0, drift: [] });
    });

    it('refuse a step that was decided on another version', async () => {
      const { ledger } = await make();
      const [first, second] = versionsOfOneCase();
      const [generation] = await ledger.generations(jurisdictionId);
      const stepOf = (current: Case) => countingStep(current, undefined, context)!;
      expect(await ledger.count(generation!, [stepOf(first)])).toEqual({ ok: true, value: null });
      expect(await ledger.count(generation!, [stepOf(second)])).toEqual({
        ok: false,
        error: { code: 'COUNTING_CONFLICT' },
      });
      const counted = await ledger.counted(generation!, [first.caseId]);
      expect(counted.get(first.caseId)?.version).toBe(1);
    });

    it('find nothing to reconcile, and count what the stream has lost', async () => {
      const history = randomHistory(new Chance(3), size.actions);
      const lost = history.filter(({ caseId }) => caseId.endsWith('b'));
      const kept = history.filter(({ caseId }) => !caseId.endsWith('b'));
      const cases = new CaseStore().put(...history);
      const statistics = statisticsOver(await make(), cases);
      await inBatches(kept, 25, statistics.project);
      const lostCases = new Set(lost.map(({ caseId }) => caseId)).size;
      expect(lostCases).toBeGreaterThan(0);
      expect(await statistics.reconcile(jurisdictionId)).toEqual({
        cases: cases.all().length,
        behind: lostCases,
        moving: 0,
        drift: [],
      });
      await expectFiguresOf(statistics, cases.all(), PERIODS[0]!);
      expect(await statistics.reconcile(jurisdictionId)).toMatchObject({ behind: 0, drift: [] });
    });

    it('report a counter that does not hold what the cases say', async () => {
      const history = randomHistory(new Chance(4), size.actions);
      const cases = new CaseStore().put(...history);
      const ports = await make();
      const statistics = statisticsOver(ports, cases);
      await inBatches(history, 25, statistics.project);
      await countSomethingThatIsNot(ports.ledger);
      const { drift } = await statistics.reconcile(jurisdictionId);
      expect(drift.map(({ counted, expected }) => counted - expected)).toEqual([1]);
      expect(drift).toMatchObject([{ day: '2020-02-29', dimension: 'class', counter: 'received' }]);
      const rebuilt = await statistics.rebuild(jurisdictionId);
      expect(rebuilt).toMatchObject({ ok: true, value: { cases: cases.all().length } });
      expect(await statistics.reconcile(jurisdictionId)).toMatchObject({ behind: 0, drift: [] });
    });

    it('tell what moves during a recount from what is wrong', async () => {
      const history = randomHistory(new Chance(8), 2 * size.actions);
      const half = history.length / 2;
      const cases = new CaseStore().put(...history.slice(0, half));
      const ports = await make();
      const rest = [...history.slice(half)];
      const arrive = async (): Promise<void> => {
        const arriving = rest.splice(0, 9);
        cases.put(...arriving);
        await statistics.project(arriving);
      };
      // Between the notes of a month and its counters, too.
      const lists: StatisticsPorts['lists'] = {
        list: async (question) => {
          const page = await ports.lists.list(question);
          await arrive();
          return page;
        },
      };
      const statistics = statisticsOver({ ...ports, lists }, cases);
      await inBatches(history.slice(0, half), 25, statistics.project);
      cases.betweenPages = arrive;
      const { moving, drift } = await statistics.reconcile(jurisdictionId);
      expect(moving).toBeGreaterThan(0);
      expect(drift).toEqual([]);
    });

    it('are rebuilt while cases go on changing and figures are read', async () => {
      const history = randomHistory(new Chance(5), 2 * size.actions);
      const half = history.length / 2;
      const cases = new CaseStore().put(...history.slice(0, half));
      const statistics = statisticsOver(await make(), cases);
      await inBatches(history.slice(0, half), 25, statistics.project);
      const before = await headline(statistics, PERIODS[0]!);
      const seen: number[] = [];
      const rest = [...history.slice(half)];
      cases.betweenPages = async () => {
        const arriving = rest.splice(0, 9);
        cases.put(...arriving);
        await statistics.project(arriving);
        seen.push((await headline(statistics, PERIODS[0]!)).total.counts.received);
      };
      expect(await statistics.rebuild(jurisdictionId)).toMatchObject({ ok: true });
      cases.betweenPages = () => Promise.resolve();
      // Readers had the old counters, kept up to date, until the new ones were complete.
      expect(Math.min(...seen)).toBeGreaterThanOrEqual(before.total.counts.received);
      expect(seen).toEqual(seen.toSorted((a, b) => a - b));
      await expectFiguresOf(statistics, cases.all(), PERIODS[0]!);
      expect(await statistics.reconcile(jurisdictionId)).toMatchObject({ behind: 0, drift: [] });
    });

    it('keep the replaced generation for one rebuild more, then clear it away', async () => {
      const history = randomHistory(new Chance(6), size.actions);
      const statistics = statisticsOver(await make(), new CaseStore().put(...history));
      await inBatches(history, 25, statistics.project);
      const first = await statistics.rebuild(jurisdictionId);
      expect(first).toMatchObject({ value: { generation: 2, deleted: 0 } });
      const second = await statistics.rebuild(jurisdictionId);
      expect(second).toMatchObject({ value: { generation: 3 } });
      expect(second.ok && second.value.deleted).toBeGreaterThan(0);
      await expectFiguresOf(statistics, statistics.cases.all(), PERIODS[0]!);
    });

    it('give a rebuild up when another has begun', async () => {
      const cases = new CaseStore().put(...versionsOfOneCase());
      const ports = await make();
      const { rebuild } = statisticsOver(ports, cases);
      cases.betweenPages = async () => {
        await ports.generations.begin(jurisdictionId);
      };
      expect(await rebuild(jurisdictionId)).toEqual({
        ok: false,
        error: { code: 'REBUILD_SUPERSEDED' },
      });
    });
  });
}

/**
 * A history of its own for each seed, delivered as a stream does (repeats, other orders between cases, batches that are cut
 * or fail in the middle), against a walk through all of its cases.
 */
export async function expectHistoryCounted(
  ports: StatisticsPorts,
  seed: number,
  actions: number,
): Promise<void> {
  const chance = new Chance(seed);
  const history = randomHistory(chance, actions);
  const unreliable = { ...ports, ledger: unreliably(ports.ledger, chance) };
  await deliver(statisticsOver(unreliable).project, deliveries(chance, history), chance);
  const cases = new CaseStore().put(...history).all();
  for (const days of PERIODS) await expectFiguresOf(statisticsOver(ports), cases, days);
  await expectDeadlinesOf(ports, cases, PERIODS[0]!);
  for (const days of PERIODS) await expectSeriesOf(ports, cases, days);
  for (const days of PERIODS) await expectActivityOf(ports, history, days);
  for (const days of PERIODS.slice(0, 2)) await expectRoutingOf(ports, cases, days);
}

type Project = (versions: readonly Case[]) => Promise<void>;

async function inBatches(history: readonly Case[], length: number, project: Project) {
  for (let start = 0; start < history.length; start += length) {
    await project(history.slice(start, start + length));
  }
}

function versionsOfOneCase(): [Case, Case] {
  const history = randomHistory(new Chance(1), 60);
  const second = history.find(({ version }) => version === 2)!;
  return [
    history.find(({ version, caseId }) => version === 1 && caseId === second.caseId)!,
    second,
  ];
}

/** As the stream gives them: in order for each case, cases in any order, batches cut anywhere, overlapping, repeated. */
function deliveries(chance: Chance, history: readonly Case[]): (readonly Case[])[] {
  const order = interleaved(chance, history);
  const batches: (readonly Case[])[] = [];
  let start = 0;
  while (start < order.length) {
    const end = start + 1 + chance.below(30);
    batches.push(order.slice(start, end));
    if (chance.onceIn(4)) batches.push(batches.at(-1)!);
    start = chance.onceIn(4) ? Math.max(start + 1, end - 10) : end;
  }
  // Re-drives come days later and hold versions long passed.
  return [...batches, chance.oneOf(batches), chance.oneOf(batches)];
}

/** Another order of the same versions in which each case still goes from its first to its last. */
function interleaved(chance: Chance, history: readonly Case[]): Case[] {
  const waiting = [...Map.groupBy(history, ({ caseId }) => caseId).values()].map((v) => [...v]);
  const order: Case[] = [];
  while (order.length < history.length) {
    const next = chance.oneOf(waiting.slice(0, 5));
    const version = next.shift();
    if (version === undefined) waiting.splice(waiting.indexOf(next), 1);
    else order.push(version);
  }
  return order;
}

/** Gives a batch again until it is taken, now and then split in two, as Lambda does. */
async function deliver(project: Project, batches: (readonly Case[])[], chance: Chance) {
  for (const batch of batches) {
    const halves = chance.onceIn(3) ? [batch.slice(0, batch.length / 2), batch] : [batch];
    for (const part of halves) {
      let taken = false;
      while (!taken) {
        taken = await project(part).then(
          () => true,
          () => false,
        );
      }
    }
  }
}

/** Breaks before, in the middle of, and after the write, and loses races. */
function unreliably(ledger: StatisticsLedger, chance: Chance): StatisticsLedger {
  return {
    generations: (id) => ledger.generations(id),
    counted: (generation, ids) => ledger.counted(generation, ids),
    count: async (generation, steps) => {
      if (chance.onceIn(6)) throw new Error('The write did not arrive');
      const taken = chance.onceIn(4) ? steps.slice(0, steps.length / 2) : steps;
      const result = await ledger.count(generation, taken);
      if (taken.length < steps.length) return { ok: false, error: { code: 'COUNTING_CONFLICT' } };
      if (chance.onceIn(6)) throw new Error('The acknowledgement did not arrive');
      return result;
    },
  };
}

async function countSomethingThatIsNot(ledger: StatisticsLedger): Promise<void> {
  const [generation] = await ledger.generations(jurisdictionId);
  const [ghost] = versionsOfOneCase();
  await ledger.count(generation!, [
    {
      caseId: `${ghost.caseId.slice(0, 25)}7` as Case['caseId'],
      from: 0,
      to: { version: 1, contributions: [] },
      listed: NOWHERE,
      increments: [
        { day: '2020-02-29', dimension: 'class', value: '-', counter: 'received', by: 1 },
      ],
    },
  ]);
}
