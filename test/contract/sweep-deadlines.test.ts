import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DynamoDbCalendars } from '../../shared/adapters/dynamodb/calendars.ts';
import { dynamoDbLists } from '../../shared/adapters/dynamodb/lists.ts';
import { InMemoryCaseKeys } from '../../shared/adapters/memory/in-memory-case-keys.ts';
import { digest } from '../../shared/adapters/system/digest.ts';
import { fingerprintsFrom } from '../../shared/adapters/system/hashed-fingerprints.ts';
import type { CaseId } from '../../shared/domain/case.ts';
import { createChangeCase } from '../../shared/usecases/change-case.ts';
import { createJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { createSweepDeadlines } from '../../shared/usecases/sweep-deadlines.ts';
import { at, jurisdiction, jurisdictionId } from '../support/case-builder.ts';
import { agent } from '../support/case-story.ts';
import { type Meter, meter } from '../support/consumed-capacity.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import {
  aRoutedStory,
  type CasePorts,
  inDynamoDb,
  inMemory,
  officer,
  StoredStory,
} from './case-ports.ts';

let dynoxide: Dynoxide;
let capacity: Meter;
let ports: CasePorts;
let now: string;
beforeAll(async () => {
  dynoxide = await startDynoxide();
  capacity = meter(dynoxide.client);
});
afterAll(() => dynoxide.close());
let directory: string;
beforeEach(async () => {
  const { cases: tableName, directory: other } = await createTables(dynoxide.client, randomUUID());
  directory = other;
  ports = inDynamoDb(dynoxide.client, { tableName });
});

const clock = { now: () => new Date(at(now)) };
const changing = (cases: CasePorts['cases']) =>
  createChangeCase({
    cases,
    keys: new InMemoryCaseKeys(),
    fingerprints: fingerprintsFrom('the pepper of tests, which is long enough'),
    clock,
    digest,
    jurisdiction,
  });

function sweeper({ cases, wakes } = ports) {
  const changeCase = changing(cases);
  // As in a process that begins, which does not know yet which calendar holds.
  const calendars = new DynamoDbCalendars(dynoxide.client, directory);
  const jurisdictionNow = createJurisdictionNow({
    calendars,
    lists: dynamoDbLists(dynoxide.client, directory),
    clock,
    jurisdictionId,
    jurisdiction,
  });
  const sweep = createSweepDeadlines({ wakes, cases, changeCase, clock, jurisdictionNow });
  return (mayGoOn = () => true) => sweep(jurisdictionId, mayGoOn);
}

const sweepAt = (local: string) => {
  now = local;
  return sweeper()();
};

/** The alarms in a case's history, oldest first. */
async function alarmsOf(caseId: CaseId): Promise<string[]> {
  const { events = [] } = (await ports.cases.dossier(jurisdictionId, caseId)) ?? {};
  return events.flatMap(({ event: { body } }) =>
    body.type === 'AlarmRaised' ? [`${body.clock} ${body.kind} ${body.level}`] : [],
  );
}

const handOff = ['hand_off at_risk 0', 'hand_off missed 1'];

describe('the sweep', () => {
  it('raises what has come and nothing else, minute by minute', async () => {
    const { current } = await StoredStory.begin(ports.cases, { number: 1 });
    expect(await sweepAt('2020-03-05 09:03')).toMatchObject({ woken: 0, done: 0 });
    expect(await sweepAt('2020-03-05 09:04')).toMatchObject({ woken: 1, done: 1 });
    expect(await sweepAt('2020-03-05 09:04')).toMatchObject({ woken: 0, done: 0 });
    expect(await sweepAt('2020-03-05 09:05')).toMatchObject({ woken: 1, done: 1 });
    expect(await alarmsOf(current.caseId)).toEqual(handOff);
  });

  it('raises everything in order when it runs hours late', async () => {
    const { current } = await StoredStory.begin(ports.cases, { number: 1 });
    expect(await sweepAt('2020-03-05 12:10')).toMatchObject({ woken: 1, done: 3 });
    expect(await alarmsOf(current.caseId)).toEqual([...handOff, 'hand_off escalated 2']);
  });

  it('raises each alarm once when several run at the same moment', async () => {
    const stories = [];
    for (let number = 1; number <= 12; number += 1) {
      stories.push(await StoredStory.begin(ports.cases, { number }));
    }
    now = '2020-03-05 09:05';
    await Promise.all([sweeper()(), sweeper()(), sweeper()()]);
    for (const { current } of stories) expect(await alarmsOf(current.caseId)).toEqual(handOff);
  });

  it('raises nothing again after the clock was set back', async () => {
    const { current } = await StoredStory.begin(ports.cases, { number: 1 });
    await sweepAt('2020-03-05 09:05');
    await sweepAt('2020-03-05 08:00');
    await sweepAt('2020-03-05 09:05');
    expect(await alarmsOf(current.caseId)).toEqual(handOff);
  });

  it('queues a case that was handed off for its answer, and leaves it alone until then', async () => {
    const { current } = await aRoutedStory(ports.cases, { number: 1, parts: [] });
    expect(await sweepAt('2020-03-05 09:10')).toMatchObject({ woken: 1, done: 0 });
    expect(await sweepAt('2020-03-06 09:10')).toMatchObject({ woken: 0 });
    expect(await sweepAt('2020-03-12 17:00')).toMatchObject({ woken: 1, done: 2 });
    expect(await alarmsOf(current.caseId)).toEqual(['answer at_risk 0', 'answer missed 1']);
  });

  it('closes a case whose citizen stays silent', async () => {
    const story = await aRoutedStory(ports.cases, { number: 1, parts: [] });
    await story.does('accept', { by: officer, at: '2020-03-05 09:30', with: {} });
    await story.does('ask-citizen', { by: officer, at: '2020-03-05 10:00', with: {} });
    await sweepAt('2020-03-20 08:00');
    const closed = await ports.cases.find(jurisdictionId, story.current.caseId);
    expect(closed?.case).toMatchObject({ status: 'closed', closeReason: 'citizen_silent' });
    expect(closed?.wakeAt).toBeNull();
  });

  it('goes past a case that it cannot handle, which stays in the queue', async () => {
    const stuck = (await StoredStory.begin(ports.cases, { number: 1 })).current.caseId;
    const next = (await StoredStory.begin(ports.cases, { number: 2 })).current.caseId;
    const { cases } = ports;
    const failing = {
      find: (...[jurisdiction, caseId]: Parameters<typeof cases.find>) =>
        caseId === stuck
          ? Promise.reject(new Error('Unreadable'))
          : cases.find(jurisdiction, caseId),
      create: cases.create.bind(cases),
      save: cases.save.bind(cases),
      dossier: cases.dossier.bind(cases),
      eventAt: cases.eventAt.bind(cases),
    };
    now = '2020-03-05 09:05';
    expect(await sweeper({ ...ports, cases: failing })()).toMatchObject({
      woken: 2,
      done: 2,
      failed: [stuck],
    });
    expect(await alarmsOf(next)).toEqual(handOff);
    await sweeper()();
    expect(await alarmsOf(stuck)).toEqual(handOff);
  });

  it('stops when its time is up, and the next goes on', async () => {
    const { current } = await StoredStory.begin(ports.cases, { number: 1 });
    now = '2020-03-05 09:05';
    expect(await sweeper()(() => false)).toMatchObject({ woken: 0, complete: false });
    expect(await sweeper()()).toMatchObject({ woken: 1, complete: true });
    expect(await alarmsOf(current.caseId)).toEqual(handOff);
  });

  it('meets nobody who read the case before it: time passing is no change', async () => {
    const { current } = await aRoutedStory(ports.cases, { number: 1, parts: [] });
    await sweepAt('2020-03-12 17:00');
    now = '2020-03-12 17:05';
    const changeCase = changing(ports.cases);
    const accept = {
      jurisdictionId,
      caseId: current.caseId,
      command: { action: 'accept' },
      by: officer,
      expectedVersion: current.version,
    } as const;
    expect(await changeCase(accept)).toMatchObject({ ok: true, value: { status: 'in_progress' } });
    // A repetition is recognised although alarms lie between.
    expect(await changeCase(accept)).toMatchObject({ ok: true, value: { version: 5 } });
    const other = { ...accept, command: { action: 'note' }, text: 'Muộn', by: agent } as const;
    expect(await changeCase(other)).toMatchObject({ error: { code: 'VERSION_CONFLICT' } });
  });

  it('meets nobody who works on a case while a late sweep climbs all its rungs', async () => {
    const { current } = await StoredStory.begin(ports.cases, { number: 1 });
    now = '2020-03-09 17:00';
    const { caseId, version } = current;
    let climbing: Promise<unknown> | undefined;
    const { cases } = ports;
    // The sweep begins once the case was read for the change, and both go on together.
    const racing = {
      find: async (...ref: Parameters<typeof cases.find>) => {
        const found = await cases.find(...ref);
        climbing ??= sweeper()();
        return found;
      },
      create: cases.create.bind(cases),
      save: cases.save.bind(cases),
      dossier: cases.dossier.bind(cases),
      eventAt: cases.eventAt.bind(cases),
    };
    const note = { command: { action: 'note' }, text: 'Đã gọi lại', by: agent } as const;
    const change = changing(racing);
    const noted = await change({ jurisdictionId, caseId, expectedVersion: version, ...note });
    await climbing;
    expect(noted).toMatchObject({ ok: true });
    expect(await alarmsOf(caseId)).toHaveLength(4);
  });

  it('costs 4 read units in an idle minute', async () => {
    await aRoutedStory(ports.cases, { number: 1 });
    await sweepAt('2020-03-05 09:10');
    now = '2020-03-05 09:11';
    capacity.reset();
    await sweeper()();
    expect(capacity.units()).toBe(4);
  });
});

/** Each after the other, so that none meets another. */
async function manyCases({ cases }: CasePorts, count: number): Promise<CaseId[]> {
  const ids: CaseId[] = [];
  for (let number = 1; number <= count; number += 1) {
    ids.push((await StoredStory.begin(cases, { number })).current.caseId);
  }
  return ids;
}

it.each([
  { count: 10_000, where: 'in memory', open: inMemory },
  { count: 400, where: 'in DynamoDB', open: () => Promise.resolve(ports) },
])(
  'raises $count deadlines of one minute $where within the next sweeps, none twice',
  async ({ count, open }) => {
    const store = await open();
    const ids = await manyCases(store, count);
    now = '2020-03-05 09:04';
    let done = 0;
    // Time is up after some pages, as in a function; the next minute's sweep goes on.
    for (let sweeps = 0; done < count && sweeps < 10; sweeps += 1) {
      let pages = 0;
      done += (await sweeper(store)(() => (pages += 1) <= 8)).done;
    }
    expect(done).toBe(count);
    expect(await sweeper(store)()).toMatchObject({ woken: 0, complete: true });
    for (const caseId of ids) {
      const found = await store.cases.find(jurisdictionId, caseId);
      expect(found?.case).toMatchObject({ version: 2, alarms: [{ rung: 1 }] });
    }
  },
  120_000,
);
