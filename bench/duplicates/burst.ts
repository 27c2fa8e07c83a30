import { ServiceCode } from '../../shared/domain/service-catalog.ts';
import { AreaCode } from '../../shared/domain/area.ts';
import {
  createFindDuplicates,
  type PossibleDuplicate,
} from '../../shared/usecases/find-duplicates.ts';
import { type CasePorts, inDynamoDb, StoredStory } from '../../test/contract/case-ports.ts';
import { at, jurisdiction, jurisdictionId } from '../../test/support/case-builder.ts';
import { agent } from '../../test/support/case-story.ts';
import { meter } from '../../test/support/consumed-capacity.ts';
import { startDynoxide } from '../../test/support/dynoxide.ts';

const LAI_THIEU = AreaCode.parse('25966');
const STEPS = [1, 10, 100, 500];
/** Other matters of the same commune and day. */
const OTHERS = ['noise', 'garbage', 'road-damage', 'street-light', 'tree', 'water-supply'];
const UNRELATED = 60;
/** Reads that a draft may do more of at 500 followers than at one. */
const FLAT = 1.2;

const words = (number: number): string =>
  `Ngập nước trước chợ Lái Thiêu, xe chết máy, nước lên tới ${20 + (number % 50)} phân.`;

/** What a draft finds and reads while one flood gets 500 reports, in DynamoDB units: they do not vary with the machine. */
export async function burst(): Promise<void> {
  const dynoxide = await startDynoxide();
  try {
    const used = meter(dynoxide.client);
    const ports = inDynamoDb(dynoxide.client, { tableName: dynoxide.tableNames.cases });
    await logOthers(ports);
    const incident = await log(ports, 0, ['flooding', words(0)]);
    const costs: number[] = [];
    let reports = 0;
    console.log(`followers    candidates   of which the incident   RRU a draft`);
    for (const followers of STEPS) {
      for (; reports < followers; reports += 1) await follow(ports, reports + 1, incident);
      used.reset();
      const found = await finding(ports)(QUESTION);
      costs.push(used.units());
      tell({ followers, found, units: used.units() }, incident);
    }
    judge(costs);
  } finally {
    await dynoxide.close();
  }
}

const QUESTION = {
  jurisdictionId,
  serviceCode: ServiceCode.parse('flooding'),
  areaCode: LAI_THIEU,
  words: words(7),
};

const finding = (ports: CasePorts) =>
  createFindDuplicates({
    ...ports,
    // The key under which the stories are stored.
    fingerprints: { sign: () => Promise.resolve('tests') },
    clock: { now: () => new Date(at('2020-03-05 10:00')) },
    jurisdiction,
  });

const log = (ports: CasePorts, number: number, [service, told]: readonly [string, string]) =>
  StoredStory.begin(ports.cases, {
    number,
    at: `2020-03-05 09:${String(number % 60).padStart(2, '0')}`,
    matter: { areaCode: LAI_THIEU, serviceCode: ServiceCode.parse(service) },
    personalData: { description: told, place: null },
  });

async function logOthers(ports: CasePorts): Promise<void> {
  for (let number = 0; number < UNRELATED; number += 1) {
    const service = OTHERS[number % OTHERS.length] ?? 'noise';
    await log(ports, 10_000 + number, [service, `Việc khác số ${number} ở phường Lái Thiêu.`]);
  }
}

async function follow(ports: CasePorts, number: number, incident: StoredStory): Promise<void> {
  const story = await log(ports, number, ['flooding', words(number)]);
  const into = incident.current.caseId;
  await story.does('merge', { by: agent, at: '2020-03-05 10:00', with: { into } });
}

interface Measured {
  readonly followers: number;
  readonly found: readonly PossibleDuplicate[];
  readonly units: number;
}

function tell({ followers, found, units }: Measured, incident: StoredStory): void {
  const isFirst = found[0]?.case.caseId === incident.current.caseId;
  const columns: readonly [string, number][] = [
    [String(followers), 9],
    [String(found.length), 14],
    [isFirst ? 'first' : 'NOT FIRST', 24],
    [units.toFixed(1), 14],
  ];
  console.log(columns.map(([text, width]) => text.padStart(width)).join(''));
  if (!isFirst) process.exitCode = 1;
}

function judge([least = 0, ...others]: readonly number[]): void {
  const most = Math.max(least, ...others);
  console.log(
    `500 followers cost ${(most / least).toFixed(2)} times what one does (at most ${FLAT})`,
  );
  if (most > FLAT * least) process.exitCode = 1;
}
