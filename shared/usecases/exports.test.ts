import { describe, expect, it } from 'vitest';
import { InMemoryStatistics } from '../adapters/memory/in-memory-statistics.ts';
import {
  Chance,
  jurisdiction,
  jurisdictionId,
  randomHistory,
} from '../../test/support/random-cases.ts';
import { anActor } from '../../test/support/case-builder.ts';
import { aQuestion, exporting, MANAGER } from '../../test/support/exporting.ts';
import { GeneratedCases } from '../../test/support/generated-cases.ts';
import { CASE_COLUMN_NAMES } from '../domain/export/columns.ts';
import { EXPORT_CASES_MOST, EXPORTS_RUNNING_MOST } from '../domain/export/case-export.ts';
import { NONE } from '../domain/statistics.ts';
import { statisticsContext } from '../domain/statistics-context.ts';
import { COUNT_NARROWINGS } from '../domain/statistics-rows.ts';
import { createProjectCases } from './project-cases.ts';
import { createReadHeadline } from './read-headline.ts';

const context = statisticsContext(jurisdiction);
const ALL_DAYS = { from: '2019-12-01', to: '2020-06-30' };

/** A made-up history, counted as the stream counts it. */
async function counted(seed: number, actions = 400) {
  const statistics = new InMemoryStatistics();
  const history = randomHistory(new Chance(seed), actions);
  await createProjectCases({ ledger: statistics, context })(jurisdictionId, history);
  const latest = new Map(history.map((version) => [version.caseId, version]));
  const cases = {
    list: (...args: Parameters<InMemoryStatistics['list']>) => statistics.list(...args),
    heads: () => Promise.resolve(latest),
  };
  const clock = { now: () => new Date('2020-07-01T12:00:00.000Z') };
  const headline = createReadHeadline({ statistics, clock, jurisdiction, context });
  return { latest, headline, exported: () => exporting({ cases, sums: statistics }) };
}

describe('an export', () => {
  it.each([1, 2, 3, 4, 5])(
    're-adds to the figure by everything it can be narrowed by (history %i)',
    async (seed) => {
      const { headline, exported } = await counted(seed);
      for (const by of COUNT_NARROWINGS) {
        const read = await headline({ jurisdictionId, ...ALL_DAYS, by });
        if (!read.ok) throw new Error(read.error.code);
        for (const { value, counts } of read.value.rows) {
          const rows = await exported().whole(
            aQuestion({ ...ALL_DAYS, within: { [by]: value ?? NONE } }),
          );
          expect(rows.length, `${by} ${value}`).toBe(counts.received);
        }
      }
    },
    30_000,
  );

  it('has each case once, in order of receipt, as it is', async () => {
    const { latest, exported } = await counted(7);
    const rows = await exported().whole(
      aQuestion({ ...ALL_DAYS, columns: ['trackingCode', 'returns'] }),
    );
    const expected = [...latest.values()]
      .toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
      .map(({ trackingCode, hops }) => `"${trackingCode}",${hops.length}`);
    expect(rows).toEqual(expected);
  });

  it('has a value or nothing in every column of every case', async () => {
    const { exported } = await counted(8);
    const rows = await exported().whole(
      aQuestion({ ...ALL_DAYS, columns: [...CASE_COLUMN_NAMES] }),
    );
    expect(rows.join('\n')).not.toMatch(/undefined|NaN|\[object/);
    expect(rows.join('\n')).toMatch(/Phản ánh hiện trường/);
  });

  it('leaves out what came after it was asked for, however long it takes', async () => {
    const cases = new GeneratedCases(1_000, 60);
    const { whole } = exporting({ cases, now: '2020-01-31T00:00:00.000Z' });
    expect(await whole(aQuestion({ to: '2020-01-31' }))).toHaveLength(501);
  });
});

describe('a long export', () => {
  const CASES = 25_000;
  const LEAST_PART = 200_000;
  const long = () =>
    exporting({ cases: new GeneratedCases(CASES, 80), leastPartBytes: LEAST_PART });

  it.each(['csv', 'xlsx', 'parquet'] as const)(
    'as %s is the same however often it was interrupted',
    async (format) => {
      const question = aQuestion({ format });
      const once = long();
      const one = await once.started(question);
      await once.advance(one, () => true);
      const often = long();
      const other = await often.started(question);
      let runs = 0;
      for (let outcome = ''; outcome !== 'DONE'; runs += 1) {
        ({ outcome } = await often.advance(other, () => false));
        if (outcome !== 'DONE') expect(often.files.file(other)).toBeUndefined();
      }
      expect(runs).toBeGreaterThan(2);
      expect(Buffer.from(often.files.file(other)!).equals(once.files.file(one)!)).toBe(true);
    },
  );

  it('goes on from its last part when a run breaks off in the middle of one', async () => {
    const { ports, started, advance, files } = long();
    const one = await started(aQuestion());
    const store = files.part.bind(files);
    let failing = 2;
    files.part = (of, part) =>
      part.number === 2 && failing-- > 0
        ? Promise.reject(new Error('S3 is away'))
        : store(of, part);
    await expect(advance(one, () => true)).rejects.toThrow('S3 is away');
    await expect(advance(one, () => true)).rejects.toThrow('S3 is away');
    expect(files.file(one)).toBeUndefined();
    const { outcome, rows } = await advance(one, () => true);
    expect([outcome, rows]).toEqual(['DONE', CASES]);
    const { export: done } = (await ports.exports.find(one))!;
    expect(done).toMatchObject({ status: 'done', looked: CASES, rows: CASES });
    expect(done.bytes).toBe(files.file(one)!.length);
  });

  it('is worked on by one run only: another finds that it has moved', async () => {
    const { ports, started, advance, files } = long();
    const one = await started(aQuestion());
    const store = files.part.bind(files);
    let meanwhile: Promise<unknown> | undefined;
    files.part = async (of, part) => {
      if (meanwhile === undefined) await (meanwhile = advance(one, () => true));
      return store(of, part);
    };
    expect(await advance(one, () => true)).toMatchObject({ outcome: 'MOVED' });
    expect((await ports.exports.find(one))?.export).toMatchObject({ status: 'done', rows: CASES });
  });

  it('that was given up leaves nothing, and no later run makes it', async () => {
    const { started, advance, giveUp, files, read } = long();
    const one = await started(aQuestion());
    await advance(one, () => false);
    await advance(one, () => false);
    await giveUp(one);
    expect(files.unfinished).toBe(0);
    expect(await advance(one, () => true)).toMatchObject({ outcome: 'DONE' });
    const found = await read({ jurisdictionId, by: MANAGER, exportId: one.exportId });
    expect(found).toMatchObject({
      ok: true,
      value: { export: { status: 'failed' }, download: null },
    });
  });
});

describe('who may', () => {
  const cases = new GeneratedCases(10, 10);

  it('export everything: those who oversee, and no department', async () => {
    const { start } = exporting({ cases });
    const officer = anActor('officer', 'TA');
    const ask = (within: Record<string, string>) =>
      start({
        jurisdictionId,
        by: officer,
        question: aQuestion({ within }),
        idempotencyKey: JSON.stringify(within),
      });
    const refused = { ok: false, error: { code: 'CASES_OF_OTHERS' } };
    expect(await ask({})).toEqual(refused);
    expect(await ask({ department: 'TDM' })).toEqual(refused);
    expect(await ask({ class: 'procedure' })).toEqual(refused);
    expect(await ask({ department: 'TA' })).toMatchObject({ ok: true });
  });

  it('see an export: whoever asked for it', async () => {
    const { started, read, list } = exporting({ cases });
    const { exportId } = await started(aQuestion());
    expect(await read({ jurisdictionId, by: anActor('auditor'), exportId })).toEqual({
      ok: false,
      error: { code: 'EXPORT_NOT_FOUND' },
    });
    expect(await list({ jurisdictionId, by: anActor('auditor') })).toEqual([]);
    expect(await list({ jurisdictionId, by: MANAGER })).toHaveLength(1);
  });

  it('ask what: it is written down before anything else', async () => {
    const { started, audit } = exporting({ cases });
    const { exportId } = await started(aQuestion({ within: { department: 'TA' } }));
    const [noted] = await audit.list({ jurisdictionId, kind: 'export', limit: 5 });
    expect(noted?.entry).toMatchObject({
      of: exportId,
      by: MANAGER,
      after: {
        department: 'TA',
        from: '2020-01-01',
        format: 'csv',
        columns: 'trackingCode, service, receivedAt, returns',
      },
    });
  });
});

describe('what is asked for', () => {
  const cases = new GeneratedCases(10, 10);
  const ask = (exported: ReturnType<typeof exporting>, differing = {}, idempotencyKey = 'key') =>
    exported.start({ jurisdictionId, by: MANAGER, question: aQuestion(differing), idempotencyKey });

  it.each([
    [{ from: '2020-03-02', to: '2020-03-01' }, 'PERIOD_REVERSED'],
    [{ to: '2020-07-02' }, 'PERIOD_IN_FUTURE'],
    [{ from: '2009-01-01', to: '2020-01-01' }, 'PERIOD_TOO_LONG'],
  ])('%j is refused: %s', async (differing, code) =>
    expect(await ask(exporting({ cases }), differing)).toMatchObject({
      ok: false,
      error: { code },
    }),
  );

  it('may not hold more cases than a sheet', async () => {
    const received = EXPORT_CASES_MOST + 1;
    const sums = () =>
      Promise.resolve([
        { ...{ dimension: 'class' as const, month: '2020-01', value: '-' }, counts: { received } },
      ]);
    expect(await ask(exporting({ cases, sums: { sums } }))).toEqual({
      ok: false,
      error: { code: 'EXPORT_TOO_LARGE', cases: received, most: EXPORT_CASES_MOST },
    });
  });

  it('twice with one key is one export, queued again while nobody has begun', async () => {
    const exported = exporting({ cases });
    const [one, other] = [await ask(exported), await ask(exported)];
    expect(other).toEqual(one);
    expect(exported.queue.messages).toHaveLength(2);
    expect(await ask(exported, { format: 'xlsx' })).toMatchObject({
      error: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });

  it('waits while others of the same person run', async () => {
    const exported = exporting({ cases });
    for (let n = 0; n < EXPORTS_RUNNING_MOST; n += 1) await ask(exported, {}, `key ${n}`);
    expect(await ask(exported, {}, 'one more')).toMatchObject({
      error: { code: 'EXPORTS_TOO_MANY' },
    });
  });
});
