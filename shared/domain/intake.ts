import * as z from 'zod';
import { type Case, CaseId, JurisdictionId } from './case.ts';
import type { EventBody } from './case-events.ts';
import type { Channel } from './channel.ts';
import type { IntakeRules } from './intake-file.ts';
import type { RouteProposal } from './routing.ts';
import type { Service } from './service-catalog.ts';
import type { TextClassification } from './text/classifier.ts';
import { hasPhrase, phrased } from './text/phrases.ts';
import { WAITS_BECAUSE, type WaitsBecause } from './waits-because.ts';

/** What the machine is asked by: how a case was logged. */
export interface LoggedAs {
  readonly channel: Channel;
  /** It came with a class, a service, or the proposal for a draft. */
  readonly isDrafted: boolean;
}

export const loggedAs = ({
  channel,
  class: caseClass,
  serviceCode,
  proposed,
}: Extract<EventBody, { type: 'CaseLogged' }>): LoggedAs => ({
  channel,
  isDrafted: caseClass !== null || serviceCode !== null || proposed !== undefined,
});

/** Whether the machine is asked at all. Who has drafted a case is at work on it, and is not to find it gone. */
export const isForIntake = (
  { channel, isDrafted }: LoggedAs,
  { channels }: Pick<IntakeRules, 'channels'>,
): boolean => !isDrafted && channels.some((allowed) => allowed === channel);

/** A message that is to be looked at, on its way to whoever does. */
export const IntakeMessage = z.strictObject({
  jurisdictionId: JurisdictionId,
  caseId: CaseId,
  /** Of the event that logged it. */
  version: z.int().min(1),
});
export type IntakeMessage = z.infer<typeof IntakeMessage>;

/** Undefined for a text that is no message of ours. */
export function readIntakeMessage(text: string): IntakeMessage | undefined {
  try {
    return IntakeMessage.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Seconds until the next try, doubling from 5: five tries end before the hand-off clock of the case is at risk. */
export const intakeRetrySeconds = (tries: number): number => 5 * 2 ** (Math.max(tries, 1) - 1);

/** Everything that decides whether a message routes itself. */
export interface IntakeFacts {
  readonly receivedAt: string;
  readonly now: Date;
  readonly words: string;
  readonly classification: Pick<TextClassification, 'classes' | 'services' | 'askPerson'>;
  /** A second opinion named the classifier's own best guess. */
  readonly isSeconded: boolean;
  readonly service: Service | undefined;
  readonly priority: Case['priority'];
  readonly isPlaceCertain: boolean;
  /** Whether other departments would get it from one place than from another; asked where none is certain. */
  readonly placeDecides: boolean;
  readonly route: RouteProposal;
  /** Of the likeliest open case; 0 where there is none. */
  readonly duplicateScore: number;
}

/** Null: it routes itself. Otherwise why it does not. */
export const waitsBecause = (facts: IntakeFacts, rules: IntakeRules): WaitsBecause | null =>
  WAITS_BECAUSE.find((reason) => REASONS[reason](facts, rules)) ?? null;

type Holds = (facts: IntakeFacts, rules: IntakeRules) => boolean;

const REASONS: Readonly<Record<WaitsBecause, Holds>> = {
  TOO_LATE: ({ receivedAt, now }, rules) => isTooLate(receivedAt, now, rules),
  DANGER: ({ words }, { danger }) => hasPhrase(phrased(words), danger),
  ASKS_FOR_PERSON: ({ words }, { asksForPerson }) => hasPhrase(phrased(words), asksForPerson),
  NOT_SURE: (facts, rules) => !isSure(facts, rules),
  CLASS_KEPT: ({ service }, { classes }) =>
    service === undefined || !classes.includes(service.class),
  URGENT: ({ service, priority }) => service?.urgent === true || priority === 'urgent',
  SERVICE_KEPT: ({ service }, { keptServices }) =>
    service === undefined || keptServices.includes(service.code),
  PLACE_NOT_CERTAIN: ({ isPlaceCertain, placeDecides, service }, { placeNeededBy }) =>
    !isPlaceCertain &&
    (placeDecides || service === undefined || placeNeededBy.includes(service.class)),
  NO_DEPARTMENT: ({ route }) => !route.decided || route.to === 'desk',
  POSSIBLE_DUPLICATE: (facts, { duplicateScore }) => facts.duplicateScore >= duplicateScore,
};

export const isTooLate = (
  receivedAt: string,
  now: Date,
  { withinMinutes }: Pick<IntakeRules, 'withinMinutes'>,
): boolean => now.getTime() - Date.parse(receivedAt) > withinMinutes * MINUTE_MS;
const MINUTE_MS = 60_000;

const isSure = ({ classification, isSeconded }: IntakeFacts, rules: IntakeRules): boolean =>
  (isSeconded && rules.secondOpinionRoutes) || isClassifierSure(classification, rules);

/** Whether it needs no second opinion. */
export function isClassifierSure(
  classification: IntakeFacts['classification'],
  { leastCertainty }: IntakeRules,
): boolean {
  const [bestClass, bestService] = [classification.classes[0], classification.services[0]];
  if (classification.askPerson || bestClass === undefined || bestService === undefined)
    return false;
  return (
    bestClass.probability >= leastCertainty.class &&
    bestService.probability >= leastCertainty.service
  );
}
