import { type Case, ReturnReason } from '../../shared/domain/case.ts';
import { CHANNELS } from '../../shared/domain/channel.ts';
import { proposeRoute } from '../../shared/domain/routing.ts';
import { aCase, aRound } from './case-builder.ts';
import { caseIdNumber, Chance, jurisdiction } from './random-cases.ts';
import { someFacts } from './routing-facts.ts';

const departments = [...jurisdiction.departments.keys()];
const services = [...jurisdiction.services.values()];
const areas = [...jurisdiction.areas.keys()];

/** June 2020, in the zone of nobody: its last hours belong to July in Bình Dương, and are left out. */
const MONTH_START = Date.UTC(2020, 5, 1);
const DAY_MS = 86_400_000;

const AGENTS = Array.from({ length: 20 }, (_, number) => `agent-${number}`);
const WAYS = [...Array<null>(8).fill(null), ...jurisdiction.rules.map(({ code }) => code)];

/** What the machine said and who sent it where first; one in twelve comes back once, from one of a few neighbours. */
function aFirstRouting(number: number, service: string, chance: Chance) {
  const lead = departments[number % departments.length];
  const neighbour = departments[(number + 1 + chance.below(8)) % departments.length];
  const first = chance.onceIn(12) ? neighbour : lead;
  const hop = {
    number: 1,
    from: first,
    reason: chance.oneOf(ReturnReason.options),
    proposed: lead,
    at: '2020-06-20T02:00:00.000Z',
    lostMs: chance.below(2 * DAY_MS),
  };
  return {
    lead,
    proposed: {
      model: '2020-05-28',
      service: chance.onceIn(12) ? chance.oneOf(services).code : service,
      area: null,
      lead: chance.onceIn(12) ? null : first,
      rule: null,
      sure: !chance.onceIn(12),
    },
    firstRoute: {
      lead: first,
      by: chance.oneOf(AGENTS),
      rule: chance.oneOf(WAYS),
      named: chance.onceIn(6) || null,
      service: null,
    },
    hops: first === lead ? [] : [hop],
  };
}

/** A case of June 2020 that has been through everything that counts. */
export function aForwardedCase(number: number, chance: Chance): Case {
  const service = chance.oneOf(services);
  const receivedAt = new Date(MONTH_START + chance.below(29.5 * DAY_MS)).toISOString();
  return aCase({
    ...aFirstRouting(number, service.code, chance),
    caseId: caseIdNumber(number),
    version: 5,
    status: 'closed',
    class: service.class,
    serviceCode: service.code,
    areaCode: chance.oneOf(areas),
    channel: chance.oneOf(CHANNELS),
    receivedAt,
    forwardedAt: receivedAt,
    answerDueAt: daysAfter(receivedAt, chance.below(7)),
    extensions: chance.below(2),
    rounds: [aRound(receivedAt, chance.oneOf(['satisfied', 'acceptable', 'unsatisfied', null]))],
    closeReason: 'judged',
    closedAt: receivedAt,
  });
}

/**
 * Lives as a hotline sees them in a month, event by event in the order of time: each is logged, routed as the rules say,
 * accepted, answered, and judged by four of five; one in twelve comes back first and is sent elsewhere.
 */
export function usualLives(cases: number, since = MONTH_START): Case[] {
  const chance = new Chance(7);
  // Other cases than those of the month that is asked for.
  const lives = Array.from({ length: cases }, (_, number) =>
    aUsualLife(number + 20_000, { chance, since }),
  );
  return lives
    .flat()
    .toSorted((a, b) => a.at - b.at)
    .map(({ version }) => version);
}

export function aUsualLife(
  number: number,
  of: { readonly chance: Chance; readonly since: number },
) {
  const { chance, since } = of;
  const service = chance.oneOf(services);
  const areaCode = chance.oneOf(areas);
  const route = proposeRoute(someFacts({ service, areaCode }), jurisdiction);
  const lead = route.decided && route.to !== 'desk' ? route.lead : 'SGTVT';
  const at = since + chance.below(29 * DAY_MS);
  const receivedAt = new Date(at).toISOString();
  const logged = {
    caseId: caseIdNumber(number),
    class: service.class,
    serviceCode: service.code,
    areaCode,
    channel: chance.oneOf(CHANNELS),
    receivedAt,
    proposed: {
      ...{ model: '2020-05-28', service: service.code, area: areaCode },
      ...{ lead, rule: null, sure: true },
    },
  };
  const routed = {
    ...logged,
    ...{ status: 'routed', lead, forwardedAt: receivedAt, answerDueAt: daysAfter(receivedAt, 7) },
    firstRoute: { lead, by: chance.oneOf(AGENTS), rule: null, named: null, service: null },
  };
  const next = chance.oneOf(departments);
  const hop = {
    ...{ number: 1, from: lead, reason: 'wrong_department', proposed: next },
    ...{ at: receivedAt, lostMs: 57 * 60_000 },
  };
  const returned = { ...routed, status: 'received', lead: null, hops: [hop] };
  const sent = chance.onceIn(12) ? [returned, { ...returned, status: 'routed', lead: next }] : [];
  const now = sent.at(-1) ?? routed;
  const answeredAt = new Date(at + chance.below(6 * DAY_MS)).toISOString();
  const answered = { ...now, status: 'answered', rounds: [aRound(answeredAt, null)] };
  const judgement = chance.oneOf(['satisfied', 'satisfied', 'acceptable', 'unsatisfied'] as const);
  const judged = {
    ...answered,
    ...{ status: 'closed', closeReason: 'judged', rounds: [aRound(answeredAt, judgement)] },
    closedAt: answeredAt,
  };
  const steps = [logged, routed, ...sent, { ...now, status: 'in_progress' }, answered];
  const all = chance.onceIn(5) ? steps : [...steps, judged];
  return all.map((differing, index) => ({
    at: at + index * ((Date.parse(answeredAt) - at) / all.length + 60_000),
    version: aCase({ ...differing, version: index + 1 }),
  }));
}

const daysAfter = (at: string, days: number): string =>
  new Date(Date.parse(at) + days * DAY_MS).toISOString();
