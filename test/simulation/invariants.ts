import { InMemoryCaseKeys } from '../../shared/adapters/memory/in-memory-case-keys.ts';
import { digest } from '../../shared/adapters/system/digest.ts';
import { isDeepStrictEqual } from 'node:util';
import type { CaseId } from '../../shared/domain/case.ts';
import { replay } from '../../shared/domain/case-evolve.ts';
import { deliveriesOf } from '../../shared/domain/delivery.ts';
import { findTampering } from '../../shared/domain/hash-chain.ts';
import type { StoredDossier } from '../../shared/ports/case-repository.ts';
import { CaseStore, expectFiguresOf, statisticsOver } from '../contract/statistics-support.ts';
import { jurisdictionId } from '../support/random-cases.ts';
import { everyPage } from '../support/every-page.ts';
import { markOf, type SimulatedHotline, type Told } from './hotline.ts';

const DAYS = { from: '2019-12-01', to: '2020-12-31' };

/** Everything that does not hold of what is left when all is over, in words. */
export async function breachesOf(hotline: SimulatedHotline): Promise<readonly string[]> {
  const dossiers = await storedDossiers(hotline);
  const breaches = [
    ...dossiers.flatMap(ofHistory),
    ...dossiers.flatMap(ofMachine),
    ...ofStream(hotline, dossiers),
    ...ofMerges(hotline),
    ...ofRequests(hotline),
    ...ofDeliveries(hotline),
  ];
  for (const dossier of dossiers) breaches.push(...(await ofWords(dossier, hotline.told)));
  breaches.push(...(await ofStatistics(hotline, dossiers)));
  return breaches;
}

async function storedDossiers({ ports }: SimulatedHotline): Promise<readonly StoredDossier[]> {
  const { cases, lister } = ports.cases;
  const found: StoredDossier[] = [];
  for await (const page of everyPage(lister, jurisdictionId)) {
    for (const { caseId } of page) {
      const dossier = await cases.dossier(jurisdictionId, caseId);
      if (dossier !== undefined) found.push(dossier);
    }
  }
  return found;
}

/** Versions without gaps, every hash right, time running forwards, and the head what the events make of it. */
function ofHistory({ case: stored, events, lastHash }: StoredDossier): string[] {
  const history = events.map(({ event }) => event);
  const fault = findTampering(history, { version: stored.version, hash: lastHash }, digest);
  const holds = {
    [`history: ${fault?.fault} at version ${fault?.version}`]: fault === undefined,
    'the head is not what its events make of it': isDeepStrictEqual(replay(history), stored),
    'something is dated before what happened last': history.every(
      ({ at }, index) => at >= (history[index - 1]?.at ?? at),
    ),
  };
  return broken(holds).map((breach) => `${stored.caseId}: ${breach}`);
}

/** The machine does each thing once, and nothing to a case that a person has touched. */
function ofMachine({ case: { caseId }, events }: StoredDossier): string[] {
  const history = events.map(({ event }) => event);
  const byMachine = history.filter(
    ({ by, body: { type } }) => by.role === 'system' && MACHINES.includes(type),
  );
  const types = byMachine.map(({ body: { type } }) => type);
  const touched = history.findIndex(({ by, version }) => version > 1 && by.role !== 'system');
  const holds = {
    'the machine did something twice': new Set(types).size === types.length,
    'the machine did something else first': isDeepStrictEqual(
      types,
      MACHINES.slice(0, types.length),
    ),
    'the machine acted after a person': byMachine.every(
      ({ version }) => touched === -1 || version <= touched,
    ),
  };
  return broken(holds).map((breach) => `${caseId}: ${breach}`);
}
const MACHINES: readonly string[] = ['CaseProposed', 'CaseClassified', 'CaseRouted'];

/** Everything that was committed is there, and nothing else. */
function ofStream({ stream }: SimulatedHotline, dossiers: readonly StoredDossier[]): string[] {
  const committed = stream.map(({ event }) => event.hash).sort();
  const stored = dossiers.flatMap(({ events }) => events.map(({ event }) => event.hash)).sort();
  return isDeepStrictEqual(committed, stored) ? [] : ['stored and committed events differ'];
}

/** What a duplicate is merged into stands for itself at that moment. */
function ofMerges({ stream }: SimulatedHotline): string[] {
  const mergedInto = new Map<CaseId, CaseId | null>();
  return stream.flatMap(({ case: current, event: { body } }) => {
    mergedInto.set(current.caseId, current.mergedInto);
    const stands = body.type !== 'CaseMerged' || mergedInto.get(body.into) === null;
    return stands ? [] : [`${current.caseId} is merged into a case that is gone`];
  });
}

/** Nothing that was acknowledged is lost, nothing is done twice, nothing that was done is denied. */
function ofRequests({ stream, told }: SimulatedHotline): string[] {
  const done = Map.groupBy(stream, ({ event }) => markOf(event));
  const asked = Map.groupBy(told, ({ mark }) => mark ?? '');
  return told.flatMap((one) => {
    const { name, isRepeatable } = one.request;
    const times = done.get(one.mark ?? '')?.length ?? 0;
    const holds = {
      'acknowledged and not there': times > 0 || !isAcknowledged(one),
      // Without a version, what comes again after somebody undid it is a new wish as far as anybody can tell.
      [`done ${times} times`]: times <= (isRepeatable ? 1 : sum(asked.get(one.mark ?? ''))),
      'refused though it had been done': !one.wasDenied,
    };
    return broken(holds).map((breach) => `${name}: ${breach}`);
  });
}

const sum = (asked: readonly Told[] = []): number => asked.reduce((n, { sent }) => n + sent, 0);
const isAcknowledged = ({ answers }: Told): boolean => answers.some(({ ok }) => ok);

/** Each department has each event that concerns it, and got them in the order in which they happened. */
function ofDeliveries({ stream, consumers }: SimulatedHotline): string[] {
  const due = stream.flatMap(({ published }) => deliveriesOf(published));
  const name = ({ caseId, version, department }: (typeof due)[number]): string =>
    `${department} ${caseId} ${version}`;
  const byDepartment = (messages: readonly (typeof due)[number][]) => [
    ...Map.groupBy(new Set(messages.map(name)), (text) => text.split(' ')[0]),
  ];
  const sorted = (messages: readonly (typeof due)[number][]) =>
    byDepartment(messages).sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  return isDeepStrictEqual(sorted(consumers.queued), sorted(due))
    ? []
    : ['departments were not told all, or not in order'];
}

/** The words that came with a request lie beside the event that commits to them, and can be read. */
async function ofWords(dossier: StoredDossier, told: readonly Told[]): Promise<string[]> {
  const { case: current, events, sealedPersonalData, wrappedKey } = dossier;
  const key = await new InMemoryCaseKeys().open(current, wrappedKey);
  const said = new Map(told.map(({ mark, request }) => [mark, request.words]));
  const found = events.map(({ event, sealedText }) => {
    const text = sealedText === null ? undefined : key.unseal(sealedText);
    const isCommitted = event.textHash === (sealedText === null ? null : digest(sealedText));
    return { mark: markOf(event), text, isCommitted, isOfTime: event.by.role === 'system' };
  });
  const [call, ...changes] = found;
  const { description } = JSON.parse(key.unseal(sealedPersonalData)) as { description: string };
  const holds = {
    'the words of the call': said.get(call?.mark) === description,
    'the words of a change': changes.every(
      ({ mark, text, isOfTime }) => isOfTime || said.get(mark) === text,
    ),
    'an event commits to other words': found.every(({ isCommitted }) => isCommitted),
  };
  return broken(holds).map((breach) => `${current.caseId}: ${breach}`);
}

/** Every figure is what a walk through the cases gives, and a recount finds nothing. */
async function ofStatistics(
  { ports }: SimulatedHotline,
  dossiers: readonly StoredDossier[],
): Promise<string[]> {
  const cases = new CaseStore().put(...dossiers.map((dossier) => dossier.case));
  const statistics = statisticsOver(ports.statistics, cases);
  const { behind, drift } = await statistics.reconcile(jurisdictionId);
  const breaches = broken({
    [`${behind} cases are not counted`]: behind === 0,
    [`counters drift: ${JSON.stringify(drift.slice(0, 3))}`]: drift.length === 0,
  });
  try {
    await expectFiguresOf(statistics, cases.all(), DAYS);
  } catch (error) {
    breaches.push(`figures: ${String(error)}`);
  }
  return breaches;
}

/** The names of those that are not true. */
const broken = (holds: Readonly<Record<string, boolean>>): string[] =>
  Object.entries(holds).flatMap(([name, isTrue]) => (isTrue ? [] : [name]));
