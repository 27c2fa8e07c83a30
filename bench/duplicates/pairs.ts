import { join } from 'node:path';
import { readCorpus } from '../../shared/adapters/system/training-texts.ts';
import type { AreaCode } from '../../shared/domain/area.ts';
import { chance, type Chance } from '../../shared/domain/chance.ts';
import type { Jurisdiction } from '../../shared/domain/jurisdiction-lookups.ts';
import type { ServiceCode } from '../../shared/domain/service-catalog.ts';

/** What duplicates are told by, of one report. */
export interface Report {
  readonly serviceCode: ServiceCode | null;
  readonly areaCode: AreaCode | null;
  readonly at: string;
  readonly text: string;
}

export interface Pair {
  readonly family: string;
  readonly isSame: boolean;
  readonly one: Report;
  readonly other: Report;
}

interface Family {
  readonly name: string;
  readonly isSame: boolean;
  readonly change: (other: Report, world: World) => Report;
}

const HOUR_MS = 3_600_000;
const FOLDER = join(import.meta.dirname, '../../shared/jurisdictions/binh-duong');

interface World {
  readonly random: Chance;
  readonly services: readonly { readonly code: ServiceCode; readonly texts: readonly string[] }[];
  readonly areas: Jurisdiction['areas'];
  readonly communes: readonly AreaCode[];
}

/** Another person tells of the same thing in words of their own; of other matters, all that may be alike is. */
export const FAMILIES: readonly Family[] = [
  { name: 'one incident', isSame: true, change: (other) => other },
  {
    name: 'one incident, the commune said by one alone',
    isSame: true,
    change: (other, { areas }) => ({ ...other, areaCode: districtOf(other.areaCode, areas) }),
  },
  {
    name: 'one incident, the ward of 2025 said by one',
    isSame: true,
    change: (other, { areas }) => ({ ...other, areaCode: wardOf(other.areaCode, areas) }),
  },
  {
    name: 'another service, the same commune and day',
    isSame: false,
    change: (other, world) => ({ ...other, ...anotherMatter(other, world) }),
  },
  {
    name: 'the same service and day, another commune',
    isSame: false,
    change: (other, world) => ({ ...other, areaCode: anotherPlace(other, world) }),
  },
  {
    name: 'another service and commune',
    isSame: false,
    change: (other, world) => ({
      ...other,
      ...anotherMatter(other, world),
      areaCode: anotherPlace(other, world),
    }),
  },
];

export function pairsOf(
  { areas, services }: Pick<Jurisdiction, 'areas' | 'services'>,
  { seed, count }: { readonly seed: number; readonly count: number },
): readonly Pair[] {
  const random = chance(seed);
  const texts = readCorpus(FOLDER).services;
  const world: World = {
    random,
    areas,
    communes: [...areas.values()].flatMap(({ code, kind }) => (kind === 'commune' ? [code] : [])),
    services: [...services.values()].flatMap(({ code, class: of }) => {
      const own = texts.find(({ service }) => service === code);
      return of !== 'field_report' || own === undefined || own.texts.length < 2
        ? []
        : [{ code, texts: own.texts }];
    }),
  };
  return FAMILIES.flatMap((family) =>
    Array.from({ length: Math.round(count / FAMILIES.length) }, () => pairOf(family, world)),
  );
}

function pairOf(family: Family, world: World): Pair {
  const { random } = world;
  const service = random.pick(world.services);
  const at = Date.UTC(2020, 2, 5) + random.between(0, 24) * HOUR_MS;
  const spot = `số ${random.between(1, 400)} đường ${random.pick(STREETS)}`;
  const matter = { serviceCode: service.code, areaCode: random.pick(world.communes) };
  const told = () => `${random.pick(service.texts)} Gần ${spot}.`;
  const other = { ...matter, text: told(), at: new Date(at).toISOString() };
  const later = new Date(at + random.between(0, 20) * HOUR_MS).toISOString();
  const one = { ...matter, text: told(), at: later };
  return {
    family: family.name,
    isSame: family.isSame,
    one,
    other: family.isSame
      ? family.change(other, world)
      : { ...family.change({ ...other, text: elsewhere(service.texts, random) }, world) },
  };
}

const STREETS = ['Nguyễn Trãi', 'Lê Lợi', 'Trần Phú', 'Nguyễn Du', 'Hai Bà Trưng', 'Bến Nghé'];

const elsewhere = (texts: readonly string[], random: Chance): string =>
  `${random.pick(texts)} Gần số ${random.between(1, 400)} đường ${random.pick(STREETS)}.`;

function districtOf(code: AreaCode | null, areas: Jurisdiction['areas']): AreaCode | null {
  const area = code === null ? undefined : areas.get(code);
  // A district code is an area code by its form.
  return (area?.districtCode ?? null) as string | null as AreaCode | null;
}

function wardOf(code: AreaCode | null, areas: Jurisdiction['areas']): AreaCode | null {
  const area = code === null ? undefined : areas.get(code);
  return area?.successors[0] ?? null;
}

function anotherMatter(other: Report, { random, services }: World) {
  const service = random.pick(services.filter(({ code }) => code !== other.serviceCode));
  return { serviceCode: service.code, text: elsewhere(service.texts, random) };
}

const anotherPlace = (other: Report, { random, communes }: World): AreaCode =>
  random.pick(communes.filter((code) => code !== other.areaCode));
