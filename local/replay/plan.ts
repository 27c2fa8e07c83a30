import type { AreaCode } from '../../shared/domain/area.ts';
import type { Channel } from '../../shared/domain/channel.ts';
import type { DepartmentCode } from '../../shared/domain/department.ts';
import type { Jurisdiction } from '../../shared/domain/jurisdiction-lookups.ts';
import { proposeRoute } from '../../shared/domain/routing.ts';
import { type CaseClass, HOTLINE_LEAD, type Service } from '../../shared/domain/service-catalog.ts';
import { type Chance, chance } from '../../shared/domain/chance.ts';
import { type Fate, FATES, PUBLISHED } from './published.ts';
import { storyOf } from './texts.ts';
import { receiptTimes } from './times.ts';

/** One matter of the eight months: what is asked, when, and what becomes of it. */
export interface PlannedCase {
  /** 0..3056, in order of receipt; names the case in idempotency keys. */
  readonly number: number;
  readonly receivedAt: Date;
  readonly service: Service;
  readonly areaCode: AreaCode;
  readonly channel: Channel;
  /** What the citizen tells. */
  readonly words: string;
  readonly agent: string;
  /** Only field reports are forwarded. */
  readonly forward: PlannedRoute | undefined;
}

export interface PlannedRoute {
  readonly lead: DepartmentCode;
  readonly supporting: readonly DepartmentCode[];
  /** False where an agent names the lead. */
  readonly byCatalogue: boolean;
  /** Sent here first by mistake, and returned. */
  readonly wrongLead: DepartmentCode | undefined;
  readonly fate: Fate;
}

const CHANNELS: readonly Channel[] = [
  'phone',
  'phone',
  'phone',
  'phone',
  'phone',
  'zalo',
  'zalo',
  'web',
  'app',
  'email',
];
const AGENTS = ['lan', 'minh'];
/** Share of forwarded reports that go to a wrong department first. */
const WRONG_SHARE = 0.06;

/** The whole story, the same for the same seed. */
export function planCases(jurisdiction: Jurisdiction, seed: number): readonly PlannedCase[] {
  const luck = chance(seed);
  const classes = luck.shuffle<CaseClass>([
    ...Array<CaseClass>(PUBLISHED.procedure).fill('procedure'),
    ...Array<CaseClass>(PUBLISHED.field_report).fill('field_report'),
    ...Array<CaseClass>(PUBLISHED.information).fill('information'),
  ]);
  const times = receiptTimes(classes.length, luck);
  const fates = planFates(classes, luck);
  const leads = forwardedTo(jurisdiction, luck);
  const services = [...jurisdiction.services.values()];
  const communes = jurisdiction.communes.map(({ code }) => code);
  return classes.map((caseClass, number): PlannedCase => {
    const areaCode = luck.pick(communes);
    const fate = fates.get(number);
    const service = luck.pick(services.filter((s) => s.class === caseClass && isReal(s)));
    const matter = {
      receivedAt: times[number] ?? new Date(NaN),
      service,
      areaCode,
      channel: luck.pick(CHANNELS),
      words: storyOf(service, chance(seed * 20_011 + number)),
    };
    return {
      ...matter,
      number,
      agent: luck.pick(AGENTS),
      forward: fate === undefined ? undefined : leads(matter, fate),
    };
  });
}

/** A field report that the hotline answers by itself would not be forwarded. */
const isReal = (service: Service): boolean =>
  service.code !== 'out-of-scope' &&
  (service.class !== 'field_report' || service.lead !== HOTLINE_LEAD);

/** Open at the end can only be what came last. */
function planFates(classes: readonly CaseClass[], luck: Chance): ReadonlyMap<number, Fate> {
  const forwarded = classes.flatMap((c, number) => (c === 'field_report' ? [number] : []));
  const { open, ...others } = FATES;
  const fates = luck.shuffle(
    Object.entries(others).flatMap(([fate, count]) => Array<Fate>(count).fill(fate as Fate)),
  );
  return new Map(
    forwarded.map((number, index) => [
      number,
      index >= forwarded.length - open ? 'open' : (fates[index] ?? 'open'),
    ]),
  );
}

/** By the catalogue where it reaches, and by an agent's choice for the departments that no field service names. */
function forwardedTo(jurisdiction: Jurisdiction, luck: Chance) {
  const codes = [...jurisdiction.departments.keys()];
  const waiting = luck.shuffle(codes);
  return (matter: Matter, fate: Fate): PlannedRoute => {
    // Every department is asked at least once; after that the catalogue decides.
    const chosen = waiting.pop();
    const route =
      chosen === undefined
        ? routeByRules(jurisdiction, matter)
        : { lead: chosen, supporting: [], byCatalogue: false };
    const wrong = luck.next() < WRONG_SHARE ? luck.pick(codes) : undefined;
    return { ...route, wrongLead: wrong === route.lead ? undefined : wrong, fate };
  };
}

type Matter = Pick<PlannedCase, 'service' | 'areaCode' | 'channel' | 'receivedAt' | 'words'>;

/** As the desk will, once an agent has named the service: some texts name an operator, a road or an estate. */
function routeByRules(jurisdiction: Jurisdiction, { receivedAt, service, ...matter }: Matter) {
  const proposal = proposeRoute(
    {
      ...matter,
      service,
      priority: service.urgent === true ? 'urgent' : 'normal',
      receivedAt: receivedAt.toISOString(),
      attributes: {},
    },
    jurisdiction,
  );
  if (!proposal.decided || proposal.to !== 'departments') {
    throw new Error(`Neither rules nor catalogue send ${service.code} anywhere`);
  }
  return { lead: proposal.lead, supporting: proposal.supporting, byCatalogue: true };
}
