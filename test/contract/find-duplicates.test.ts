import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintsFrom } from '../../shared/adapters/system/hashed-fingerprints.ts';
import { AreaCode } from '../../shared/domain/area.ts';
import { ServiceCode } from '../../shared/domain/service-catalog.ts';
import { createFindDuplicates, FOLLOWERS_COUNTED } from '../../shared/usecases/find-duplicates.ts';
import { at, jurisdiction, jurisdictionId } from '../support/case-builder.ts';
import { agent } from '../support/case-story.ts';
import { type Meter, meter } from '../support/consumed-capacity.ts';
import { createTables } from '../support/dynamodb-tables.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { type CasePorts, inDynamoDb, StoredStory } from './case-ports.ts';

const LAI_THIEU = AreaCode.parse('25966');
const flooding = ServiceCode.parse('flooding');
const question = {
  jurisdictionId,
  serviceCode: flooding,
  areaCode: LAI_THIEU,
  words: 'ngập trước chợ Lái Thiêu',
};

let dynoxide: Dynoxide;
let ports: CasePorts;
let capacity: Meter;
beforeAll(async () => {
  dynoxide = await startDynoxide();
  capacity = meter(dynoxide.client);
});
afterAll(() => dynoxide.close());
beforeEach(async () => {
  const { cases: tableName } = await createTables(dynoxide.client, randomUUID());
  ports = inDynamoDb(dynoxide.client, { tableName });
});

const finding = () =>
  createFindDuplicates({
    ...ports,
    fingerprints: fingerprintsFrom('the pepper of tests, which is long enough'),
    clock: { now: () => new Date(at('2020-03-05 10:00')) },
    jurisdiction,
  });

/** One of many who tell of the same flood. */
const report = (number: number, serviceCode = 'flooding') =>
  StoredStory.begin(ports.cases, {
    number,
    at: `2020-03-05 09:${String(number % 60).padStart(2, '0')}`,
    matter: { areaCode: LAI_THIEU, serviceCode: ServiceCode.parse(serviceCode) },
  });

describe('finding duplicates', () => {
  it('finds the incident among other matters of the place', async () => {
    const incident = await report(1);
    for (const number of [2, 3, 4]) await report(number, 'noise');
    const found = await finding()(question);
    expect(found.map(({ case: { caseId } }) => caseId)).toEqual([incident.current.caseId]);
    expect(found[0]).toMatchObject({
      followers: 0,
      because: expect.arrayContaining(['SAME_SERVICE']) as unknown,
    });
    expect(await finding()({ ...question, except: incident.current.caseId })).toEqual([]);
    expect(await finding()({ ...question, areaCode: AreaCode.parse('25741') })).toEqual([]);
  });

  it('stays usable through 500 reports of one flood, and costs the same', async () => {
    const incident = await report(0);
    const into = incident.current.caseId;
    const cost = async () => {
      capacity.reset();
      const found = await finding()(question);
      return { found, units: capacity.units() };
    };
    await report(1);
    const early = await cost();
    for (let number = 2; number <= 500; number += 1) {
      const story = await report(number);
      await story.does('merge', { by: agent, at: '2020-03-05 10:00', with: { into } });
    }
    const late = await cost();
    expect(late.found.map(({ case: { caseId }, followers }) => [caseId, followers])).toContainEqual(
      [into, FOLLOWERS_COUNTED],
    );
    expect(early.found).toHaveLength(2);
    expect(late.found).toHaveLength(2);
    // Followers are counted to a hundred, 2 R.
    expect(late.units).toBeLessThanOrEqual(early.units + 3);
  });
});
