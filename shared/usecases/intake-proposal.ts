import type { DistrictCode } from '../domain/area.ts';
import type { Case } from '../domain/case.ts';
import type { Commands } from '../domain/commands.ts';
import { serviceOf } from '../domain/decisions/classify-and-route.ts';
import { type IntakeFacts, isClassifierSure, waitsBecause } from '../domain/intake.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { offeredOnly } from '../domain/offered-services.ts';
import { type PersonalData, wordsOf } from '../domain/personal-data.ts';
import { proposedAs } from '../domain/proposed.ts';
import { placeDecides } from '../domain/routing.ts';
import { routingFacts } from '../domain/routing-facts.ts';
import type { TextClassification } from '../domain/text/classifier.ts';
import type { Classifier } from '../ports/classifier.ts';
import type { PlaceFinder } from '../ports/place-finder.ts';
import type { NoOpinion } from '../ports/second-opinion.ts';
import type { Clock } from '../ports/system.ts';
import type { AskSecondOpinion, Opinion } from './ask-second-opinion.ts';
import type { FindDuplicates, PossibleDuplicate } from './find-duplicates.ts';
import { proposalFor } from './read-case.ts';

export interface IntakeProposalPorts {
  readonly classifier: Classifier;
  readonly placeFinder: PlaceFinder;
  readonly findDuplicates: FindDuplicates;
  readonly askSecondOpinion: AskSecondOpinion;
  readonly clock: Clock;
  readonly jurisdiction: Jurisdiction;
}

export interface IntakeProposal {
  readonly command: Commands['propose'];
  /** What it is routed with beside, should it route itself. */
  readonly districtCode: DistrictCode | undefined;
  /** Why there was no second opinion; null where it was given, or the classifier needed none. */
  readonly noOpinion: NoOpinion | null;
}

interface Told {
  readonly current: Case;
  readonly personalData: PersonalData;
}

/** What the machine thinks of a message, and whether it waits for a person. */
export async function proposeForMessage(
  told: Told,
  ports: IntakeProposalPorts,
): Promise<IntakeProposal> {
  const { jurisdictionId, caseId } = told.current;
  const words = wordsOf(told.personalData);
  const [read, { areaCode, districtCode }] = await Promise.all([
    ports.classifier.classify(words),
    placeOf(told, ports),
  ]);
  const classification = offeredOnly(read, ports.jurisdiction.services);
  const question = { jurisdictionId, personalData: told.personalData };
  const { opinion, noOpinion } = await secondOpinion(question, classification, ports);
  const guess = bestOf(classification, opinion);
  const matter = { words, serviceCode: guess.service, areaCode };
  const [duplicate] = await ports.findDuplicates({ jurisdictionId, except: caseId, ...matter });
  const judged = {
    ...told,
    ...matter,
    districtCode,
    classification,
    duplicate,
    isSeconded: guess.isSeconded,
  };
  const { route, waits } = judge(judged, ports);
  const { isSeconded: _, ...said } = guess;
  return {
    districtCode,
    command: {
      proposed: proposedAs({ ...said, area: areaCode }, route),
      waits,
      ...(duplicate !== undefined && {
        duplicate: { caseId: duplicate.case.caseId, score: Math.min(1, duplicate.score) },
      }),
    },
    noOpinion,
  };
}

/** A second opinion stands before the classifier's guess, which it was asked for because that is unsure. */
function bestOf({ model, services, askPerson }: TextClassification, opinion: Opinion | null) {
  const guess = services[0]?.code ?? null;
  if (opinion === null) return { model, service: guess, sure: !askPerson, isSeconded: false };
  const isSeconded = opinion.service === guess;
  return { ...opinion, sure: isSeconded, isSeconded };
}

interface Judged
  extends Told, Pick<Case, 'serviceCode' | 'areaCode'>, Pick<IntakeFacts, 'words' | 'isSeconded'> {
  readonly classification: TextClassification;
  readonly duplicate: PossibleDuplicate | undefined;
  readonly districtCode: DistrictCode | undefined;
}

/** Where it would go, and whether it may go there by itself. */
function judge(
  { current, serviceCode, areaCode, words, districtCode, duplicate, ...rest }: Judged,
  { clock, jurisdiction }: IntakeProposalPorts,
) {
  const placed = { ...current, serviceCode, areaCode };
  const service = serviceOf(placed, jurisdiction);
  const told = { words, districtCode };
  const route = proposalFor(placed, told, jurisdiction);
  const facts: IntakeFacts = {
    ...rest,
    words,
    service,
    route,
    receivedAt: current.receivedAt,
    priority: current.priority,
    now: clock.now(),
    isPlaceCertain: areaCode !== null,
    placeDecides:
      areaCode === null &&
      service !== undefined &&
      placeDecides(routingFacts(placed, service, told), jurisdiction),
    duplicateScore: duplicate?.score ?? 0,
  };
  return { route, waits: waitsBecause(facts, jurisdiction.intake) };
}

/** What was noted when it was logged, else what the words name for certain; with the district that they tell beside. */
async function placeOf(
  { current, personalData: { place, description } }: Told,
  { placeFinder }: IntakeProposalPorts,
): Promise<{ readonly areaCode: Case['areaCode']; readonly districtCode?: DistrictCode }> {
  if (current.areaCode !== null) return { areaCode: current.areaCode };
  const at = new Date(current.receivedAt);
  const found = await placeFinder.find({ text: place ?? description, at });
  if (found.certainty !== 'certain') return { areaCode: null };
  const { areaCode, districtCode } = found;
  return { areaCode, ...(districtCode !== null && { districtCode }) };
}

async function secondOpinion(
  question: Parameters<AskSecondOpinion>[0],
  classification: TextClassification,
  { askSecondOpinion, jurisdiction }: IntakeProposalPorts,
): Promise<{ readonly opinion: Opinion | null; readonly noOpinion: NoOpinion | null }> {
  if (isClassifierSure(classification, jurisdiction.intake))
    return { opinion: null, noOpinion: null };
  const asked = await askSecondOpinion(question);
  return asked.ok
    ? { opinion: asked.value, noOpinion: null }
    : { opinion: null, noOpinion: asked.error };
}
