import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprintsFrom } from '../../shared/adapters/system/hashed-fingerprints.ts';
import { createListCallBacks } from '../../shared/usecases/list-call-backs.ts';
import { at, jurisdiction, jurisdictionId } from '../support/case-builder.ts';
import { agent } from '../support/case-story.ts';
import { meter } from '../support/consumed-capacity.ts';
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
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.close());

const fingerprints = fingerprintsFrom('the pepper of tests, which is long enough');

function listed({ worklists, heads }: CasePorts, now = '2020-03-06 09:00') {
  const clock = { now: () => new Date(at(now)) };
  const list = createListCallBacks({ worklists, heads, fingerprints, clock, jurisdiction });
  return async (limit: number, cursor?: string) => {
    const page = await list({ jurisdictionId, limit, cursor });
    if (!page.ok) throw new Error(page.error.code);
    const callBacks = page.value.callBacks.map(({ case: { caseId }, ...rest }) => ({
      caseId,
      ...rest,
    }));
    return { ids: callBacks.map(({ caseId }) => caseId), callBacks, next: page.value.next };
  };
}

type Given = readonly [time: string, phone: string | null];

/** Answered at the desk at this time of the 5th of March, by whoever has this phone. */
async function anAnswer({ cases }: CasePorts, number: number, ...[time, phone]: Given) {
  const story = await StoredStory.begin(cases, {
    number,
    at: '2020-03-05 08:00',
    callerIndex: phone,
    matter: { class: 'information', serviceCode: null },
  });
  return story.does('answer', { by: agent, at: `2020-03-05 ${time}`, with: {}, text: 'Mở cửa.' });
}

/** Answered by Thuận An, with SGTVT at its side. */
async function aDepartmentsAnswer({ cases }: CasePorts, number: number, time: string) {
  const story = await aRoutedStory(cases, { number, callerIndex: `phone ${number}` });
  await story.does('accept', { by: officer, at: '2020-03-05 09:03', with: {} });
  const releasedParts = ['SGTVT'] as never;
  return story.does('answer', {
    by: officer,
    at: `2020-03-05 ${time}`,
    with: { releasedParts },
    text: 'Xong.',
  });
}

const stores = [
  { where: 'in memory', make: inMemory },
  {
    where: 'in DynamoDB',
    make: async () => {
      const { cases: tableName } = await createTables(dynoxide.client, randomUUID());
      return inDynamoDb(dynoxide.client, { tableName });
    },
  },
];

describe.each(stores)('citizens to be called back $where', ({ make }) => {
  it('are those with a phone who have not judged, the oldest answer first, whoever gave it', async () => {
    const ports = await make();
    const second = await anAnswer(ports, 1, '10:00', 'hoa');
    await anAnswer(ports, 2, '09:00', null);
    const third = await aDepartmentsAnswer(ports, 3, '11:00');
    const first = await anAnswer(ports, 4, '08:30', 'minh');
    const judged = await anAnswer(ports, 5, '08:45', 'lan');
    const with_ = { round: 1, judgement: 'satisfied' } as const;
    await judged.does('rate', { by: agent, at: '2020-03-05 12:00', with: with_ });
    const { ids, callBacks, next } = await listed(ports)(25);
    expect(ids).toEqual([first, second, third].map(({ current }) => current.caseId));
    expect(callBacks[0]).toMatchObject({
      ...{ round: 1, attempts: 0, answeredAt: at('2020-03-05 08:30') },
      judgingEndsAt: at('2020-03-19 08:30'),
    });
    expect(next).toBeNull();
  });

  it('come page by page, each once', async () => {
    const ports = await make();
    const times = ['09:10', '09:20', '09:30', '09:40', '09:50'];
    const stories = await Promise.all(
      times.map((time, number) =>
        anAnswer(ports, number, time, number === 2 ? null : `p${number}`),
      ),
    );
    const read = listed(ports);
    const found: string[] = [];
    for (let cursor: string | undefined, more = true; more;) {
      const page = await read(1, cursor);
      found.push(...page.ids);
      more = page.next !== null;
      cursor = page.next ?? undefined;
    }
    const expected = stories.filter((_, number) => number !== 2);
    expect(found).toEqual(expected.map(({ current }) => current.caseId));
  });

  it('wait until they want to be called, and are left in peace after some calls', async () => {
    const ports = await make();
    const story = await anAnswer(ports, 1, '09:00', 'hoa');
    const call = (time: string) =>
      story.does('call-back', { by: agent, at: time, with: { outcome: 'no_answer' } });
    await call('2020-03-06 09:00');
    expect((await listed(ports, '2020-03-06 12:59')(25)).ids).toEqual([]);
    const { callBacks } = await listed(ports, '2020-03-06 13:00')(25);
    expect(callBacks).toMatchObject([{ attempts: 1 }]);
    await call('2020-03-06 13:00');
    await call('2020-03-07 09:00');
    expect((await listed(ports, '2020-03-12 09:00')(25)).ids).toEqual([]);
  });

  it('are no longer called when the window has passed', async () => {
    const ports = await make();
    await anAnswer(ports, 1, '09:00', 'hoa');
    expect((await listed(ports, '2020-03-19 08:59')(25)).ids).toHaveLength(1);
    expect((await listed(ports, '2020-03-19 09:00')(25)).ids).toEqual([]);
  });
});

it('are read for half a unit a list, and a unit for each who is looked at', async () => {
  const client = dynoxide.newClient();
  const { cases: tableName } = await createTables(client, randomUUID());
  const ports = inDynamoDb(client, { tableName });
  await Promise.all(
    Array.from({ length: 10 }, (_, number) => anAnswer(ports, number, '09:00', `p${number}`)),
  );
  const used = meter(client);
  expect((await listed(ports)(25)).ids).toHaveLength(10);
  expect(used.units()).toBeLessThanOrEqual(25.5 + 10);
});
