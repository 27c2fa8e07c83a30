import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InMemoryExampleStore } from '../../shared/adapters/memory/in-memory-learning.ts';
import { fingerprintsFrom } from '../../shared/adapters/system/hashed-fingerprints.ts';
import { caseKeyFrom } from '../../shared/adapters/system/sealing.ts';
import { AreaCode } from '../../shared/domain/area.ts';
import type { CaseId } from '../../shared/domain/case.ts';
import { ServiceCode } from '../../shared/domain/service-catalog.ts';
import type { CaseKeys } from '../../shared/ports/keys.ts';
import { createCollectExamples } from '../../shared/usecases/collect-examples.ts';
import { at, jurisdiction, jurisdictionId } from '../support/case-builder.ts';
import { agent } from '../support/case-story.ts';
import { meter, type Meter } from '../support/consumed-capacity.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { type CasePorts, inDynamoDb, StoredStory } from './case-ports.ts';

const fingerprints = fingerprintsFrom('the pepper of tests, which is long enough');

let dynoxide: Dynoxide;
let capacity: Meter;
beforeAll(async () => {
  dynoxide = await startDynoxide();
  capacity = meter(dynoxide.client);
});
afterAll(() => dynoxide.close());

const NOISE = ServiceCode.parse('noise');
const caller = { name: 'Trần Thị Bích', address: '12 Lò Chén', phone: '+84912345678' };

async function setup() {
  const { cases: tableName } = await createTables(dynoxide.client, randomUUID());
  const ports: CasePorts = inDynamoDb(dynoxide.client, { tableName });
  const examples = new InMemoryExampleStore();
  const broken = new Set<CaseId>();
  const keys: Pick<CaseKeys, 'open'> = {
    open: (ref, wrapped) =>
      broken.has(ref.caseId)
        ? Promise.reject(new Error('KMS is away'))
        : Promise.resolve(caseKeyFrom(Buffer.alloc(32, 1), wrapped, ref)),
  };
  const collect = (local: string, mayGoOn = () => true) =>
    createCollectExamples({
      ...ports,
      keys,
      examples,
      clock: { now: () => new Date(at(local)) },
      jurisdiction,
      retentionDays: 730,
      fingerprints,
    })(jurisdictionId, mayGoOn);
  const kept = async () => {
    const batches = await examples.batches(jurisdictionId, {
      since: at('2019-01-01 00:00'),
      limit: 9,
    });
    return batches.flatMap((batch) => batch.examples);
  };
  return { ports, collect, kept, broken, examples };
}

/** A case of its number's day in March, answered at the desk. */
async function answered(
  { cases }: CasePorts,
  number: number,
  areaCode: AreaCode | null = AreaCode.parse('25966'),
): Promise<StoredStory> {
  const day = `2020-03-${String(number).padStart(2, '0')}`;
  const story = await StoredStory.begin(cases, {
    number,
    at: `${day} 09:00`,
    matter: { areaCode, serviceCode: NOISE, class: null },
    personalData: {
      ...caller,
      description: `Chị Trần Thị Bích ở 12 lò chén báo nhà ${number} hát karaoke, gọi 0912345678.`,
    },
  });
  return story.does('answer', { by: agent, at: `${day} 10:00`, with: {}, text: 'Đã nhắc nhở.' });
}

describe('collecting examples', () => {
  it('finds settled cases of every place, without what tells who called', async () => {
    const { ports, collect, kept } = await setup();
    await answered(ports, 1);
    const unplaced = await answered(ports, 2, null);
    await answered(ports, 20);
    const collected = await collect('2020-04-02 02:00');
    expect(collected).toMatchObject({ looked: 2, found: 2, failed: [] });
    expect(collected.progress?.isFinished).toBe(true);
    const [first, second] = await kept();
    expect(first).toMatchObject({
      service: 'noise',
      kind: 'confirmed',
      by: expect.any(String) as string,
    });
    expect(first?.key).not.toBe(second?.key);
    // Keyed: whoever has only the ids of cases does not find theirs.
    expect(first?.key).toBe(await fingerprints.sign('example', unplaced.current.caseId));
    for (const { text } of await kept()) {
      expect(text).toMatch(/hát karaoke/);
      expect(text).not.toMatch(/Bích|chén|[1-9]/i);
    }
  });

  it('says nothing of a case that was not answered, and does not open its words', async () => {
    const { ports, collect, broken } = await setup();
    const { current } = await StoredStory.begin(ports.cases, { number: 1, at: '2020-03-01 09:00' });
    broken.add(current.caseId);
    expect(await collect('2020-04-02 02:00')).toMatchObject({ looked: 1, found: 0, failed: [] });
  });

  it('goes on where it stopped, and each night looks only at what has settled since', async () => {
    const { ports, collect, kept } = await setup();
    for (const number of [1, 2, 3]) await answered(ports, number, number === 1 ? null : undefined);
    let pages = 1;
    const first = await collect('2020-04-02 02:00', () => (pages -= 1) >= 0);
    expect(first).toMatchObject({ looked: 1, found: 1, progress: { isFinished: false } });
    const second = await collect('2020-04-03 02:00');
    expect(second).toMatchObject({ looked: 2, found: 2, progress: { isFinished: true } });
    expect(await kept()).toHaveLength(3);
    await answered(ports, 5);
    expect(await collect('2020-04-04 02:00')).toMatchObject({ looked: 1, found: 1 });
    expect(await collect('2020-04-04 02:00')).toMatchObject({ progress: undefined, looked: 0 });
  });

  it('names a case that cannot be opened, and goes on without it', async () => {
    const { ports, collect, broken } = await setup();
    const [one] = [await answered(ports, 1), await answered(ports, 2)];
    broken.add(one.current.caseId);
    expect(await collect('2020-04-02 02:00')).toMatchObject({
      looked: 2,
      found: 1,
      failed: [one.current.caseId],
    });
  });

  it('leaves everything as it was where nothing can be opened', async () => {
    const { ports, collect, broken, examples, kept } = await setup();
    for (let number = 1; number <= 12; number += 1) {
      broken.add((await answered(ports, number)).current.caseId);
    }
    await expect(collect('2020-04-20 02:00')).rejects.toThrow('could not be opened');
    expect(await examples.progress(jurisdictionId)).toBeUndefined();
    expect(await kept()).toEqual([]);
  });

  it('of a night without cases costs half a unit a place', async () => {
    const { collect } = await setup();
    capacity.reset();
    await collect('2020-04-02 02:00');
    expect(capacity.units()).toBeLessThanOrEqual((jurisdiction.areas.size + 4) / 2);
  });
});
