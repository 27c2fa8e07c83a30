import type { AreaCode, DistrictCode } from '../domain/area.ts';
import type { Case, Instant, JurisdictionId } from '../domain/case.ts';
import type { Channel, Priority } from '../domain/channel.ts';
import type { DecisionError } from '../domain/decisions/context.ts';
import { checkClassification } from '../domain/decisions/log-case.ts';
import { serviceOf } from '../domain/decisions/classify-and-route.ts';
import { deadline } from '../domain/decisions/deadlines.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { offeredOnly } from '../domain/offered-services.ts';
import { proposedAs } from '../domain/proposed.ts';
import type { Result } from '../domain/result.ts';
import { ok } from '../domain/result.ts';
import { proposeRoute, type RouteProposal } from '../domain/routing.ts';
import type { Attributes } from '../domain/routing-names.ts';
import type { Service, ServiceCode } from '../domain/service-catalog.ts';
import type { PhoneError } from '../domain/phone.ts';
import type { PlaceFound } from '../domain/place/find-place.ts';
import type { Point } from '../domain/place/nearest.ts';
import type { TextClassification } from '../domain/text/classifier.ts';
import type { Classifier } from '../ports/classifier.ts';
import type { PlaceFinder } from '../ports/place-finder.ts';
import type { Fingerprints } from '../ports/keys.ts';
import type { Clock } from '../ports/system.ts';
import type { FindDuplicates, PossibleDuplicate } from './find-duplicates.ts';
import { sealProposal } from './seal-proposal.ts';
import type { SearchCases } from './search-cases.ts';
import type { Actor } from '../domain/actor.ts';

/** What is known of a call while it is told. What a person has chosen already is not guessed again. */
export interface Draft {
  readonly description: string;
  readonly place?: string | undefined;
  readonly point?: Point | undefined;
  readonly phone?: string | undefined;
  readonly channel: Channel;
  readonly serviceCode?: ServiceCode | undefined;
  readonly areaCode?: AreaCode | undefined;
  readonly priority?: Priority | undefined;
  readonly attributes?: Attributes | undefined;
}

export interface DraftProposal {
  readonly classification: TextClassification;
  readonly place: PlaceFound;
  /** As they would be taken: the person's choice, else the service where the machine is sure, and the place that was found. */
  readonly serviceCode: ServiceCode | null;
  readonly areaCode: AreaCode | null;
  readonly route: RouteProposal;
  /** Null where nobody leads yet, or the calendar does not reach so far. */
  readonly answerDueAt: Instant | null;
  readonly duplicates: readonly PossibleDuplicate[];
  /** The caller's cases that are not closed, newest first. */
  readonly callerCases: readonly Case[];
  /** The proposal for `log`, which remembers it. */
  readonly remember: string;
}

export type ProposeDraft = (input: {
  readonly jurisdictionId: JurisdictionId;
  readonly by: Actor;
  readonly draft: Draft;
}) => Promise<Result<DraftProposal, PhoneError | DecisionError>>;

export interface ProposeDraftPorts {
  readonly classifier: Classifier;
  readonly placeFinder: PlaceFinder;
  readonly findDuplicates: FindDuplicates;
  readonly searchCases: SearchCases;
  readonly fingerprints: Pick<Fingerprints, 'sign'>;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
}

/** Everything that an agent would look up with a caller on the line, in one call. Stores nothing. */
export const createProposeDraft =
  (ports: ProposeDraftPorts): ProposeDraft =>
  async ({ jurisdictionId, by, draft }) => {
    const { jurisdiction } = ports;
    const { serviceCode = null, areaCode = null } = draft;
    const told = { class: null, serviceCode, areaCode };
    // What is not offered any more is refused when it is logged: a case that has it may be looked at.
    const known = checkClassification(told, jurisdiction, serviceCode);
    if (!known.ok) return known;
    const now = ports.clock.now();
    const words = wordsOfDraft(draft);
    const [said, place, caller] = await Promise.all([
      ports.classifier.classify(words),
      ports.placeFinder.find({
        text: draft.place ?? draft.description,
        point: draft.point,
        at: now,
      }),
      callerCases({ jurisdictionId, by, draft }, ports),
    ]);
    if (!caller.ok) return caller;
    const classification = offeredOnly(said, jurisdiction.services);
    const choice = {
      serviceCode: chosenService(draft, classification),
      areaCode: draft.areaCode ?? place.areaCode,
    };
    const service = serviceOf(choice, jurisdiction);
    const { districtCode } = place;
    const route = routeOf({ draft, service, words, now, districtCode, ...choice }, jurisdiction);
    const proposed = machineProposal({ draft, words, now, classification, place }, jurisdiction);
    return ok({
      ...choice,
      classification,
      place,
      route,
      answerDueAt: dueOf({ service, route, now }, jurisdiction),
      duplicates: await ports.findDuplicates({
        jurisdictionId,
        words,
        serviceCode: choice.serviceCode,
        // A unit that has ended is no place to propose, but cases lie there and around it.
        areaCode: choice.areaCode ?? place.former,
      }),
      callerCases: caller.value.filter(({ status }) => status !== 'closed'),
      remember: await sealProposal({ jurisdictionId, proposed }, ports.fingerprints),
    });
  };

async function callerCases(
  { jurisdictionId, by, draft: { phone } }: Parameters<ProposeDraft>[0],
  { searchCases }: ProposeDraftPorts,
): ReturnType<SearchCases> {
  return phone === undefined ? ok([]) : searchCases({ jurisdictionId, by, phone });
}

const wordsOfDraft = ({ description, place }: Draft): string =>
  place === undefined ? description : `${description}\n${place}`;

/** A person's choice stands; the machine's counts only where it need not ask. */
const chosenService = (
  { serviceCode }: Pick<Draft, 'serviceCode'>,
  { askPerson, services }: TextClassification,
): ServiceCode | null => serviceCode ?? (askPerson ? null : (services[0]?.code ?? null));

interface Heard {
  readonly draft: Draft;
  readonly words: string;
  readonly now: Date;
  readonly classification: TextClassification;
  readonly place: PlaceFound;
}

/** What the machine makes of the words by itself: what a person has chosen is theirs, and counted apart. */
function machineProposal({ classification, place, ...told }: Heard, jurisdiction: Jurisdiction) {
  const { areaCode, districtCode } = place;
  const serviceCode = chosenService({}, classification);
  const service = serviceOf({ serviceCode }, jurisdiction);
  const route = routeOf({ ...told, service, areaCode, districtCode }, jurisdiction);
  return proposedAs(machineOpinion(classification, areaCode), route);
}

const machineOpinion = (
  { model, services, askPerson }: TextClassification,
  area: AreaCode | null,
) => ({ model, service: services[0]?.code ?? null, area, sure: !askPerson });

interface RouteOf {
  readonly draft: Draft;
  readonly service: Service | undefined;
  readonly areaCode: AreaCode | null;
  readonly districtCode: DistrictCode | null;
  readonly words: string;
  readonly now: Date;
}

function routeOf(
  { draft, service, now, ...where }: RouteOf,
  jurisdiction: Jurisdiction,
): RouteProposal {
  if (service === undefined) return { decided: false, because: 'NOT_CLASSIFIED', rule: null };
  const { channel, priority = service.urgent === true ? 'urgent' : 'normal' } = draft;
  return proposeRoute(
    {
      ...where,
      service,
      channel,
      priority,
      attributes: draft.attributes ?? {},
      receivedAt: now.toISOString(),
    },
    jurisdiction,
  );
}

function dueOf(
  {
    service,
    route,
    now,
  }: { readonly service: Service | undefined; readonly route: RouteProposal; readonly now: Date },
  jurisdiction: Jurisdiction,
): Instant | null {
  if (service === undefined || !route.decided || route.to === 'desk') return null;
  const clock = { clockStartedAt: now.toISOString(), waiting: [] };
  const due = deadline({ clock, target: service.target, department: route.lead }, jurisdiction);
  return due.ok ? due.value : null;
}
