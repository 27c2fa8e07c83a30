import { InMemoryCaseKeys } from '../../shared/adapters/memory/in-memory-case-keys.ts';
import { digest } from '../../shared/adapters/system/digest.ts';
import { fingerprintsFrom } from '../../shared/adapters/system/hashed-fingerprints.ts';
import { NamedPlaces } from '../../shared/adapters/system/named-places.ts';
import { canonicalJson } from '../../shared/domain/canonical-json.ts';
import type { IntakeRules } from '../../shared/domain/intake-file.ts';
import { PersonalData } from '../../shared/domain/personal-data.ts';
import { err } from '../../shared/domain/result.ts';
import { ServiceCode } from '../../shared/domain/service-catalog.ts';
import type { TextClassification } from '../../shared/domain/text/classifier.ts';
import type { CasePlaces } from '../../shared/ports/case-places.ts';
import type { CaseRepository } from '../../shared/ports/case-repository.ts';
import type { AskSecondOpinion } from '../../shared/usecases/ask-second-opinion.ts';
import { type ChangeCase, createChangeCase } from '../../shared/usecases/change-case.ts';
import { createFindDuplicates } from '../../shared/usecases/find-duplicates.ts';
import { createProposeIntake } from '../../shared/usecases/propose-intake.ts';
import { at, jurisdiction } from './case-builder.ts';
import { aNewCase } from './case-changes.ts';
import { type aCommand, agent } from './case-story.ts';
import { movableClock } from './delivery-builder.ts';

const RECEIVED = '2020-03-05 09:00';
export const CLEAR = 'Đèn đường tắt cả tuần nay ở phường Lái Thiêu, Thuận An';

export interface MessageSituation {
  readonly description?: string;
  readonly matter?: Parameters<typeof aNewCase>[0]['matter'];
  /** Calibrated probability of the classifier's guess. */
  readonly certainty?: number;
  readonly intake?: Partial<IntakeRules>;
  readonly secondOpinion?: AskSecondOpinion;
  /** Stands between the machine and the store. */
  readonly around?: (changeCase: ChangeCase) => ChangeCase;
}

interface Store {
  readonly cases: CaseRepository;
  readonly places: CasePlaces;
}

/** One message of Zalo, a moment after it was stored, and the machine that is to look at it. */
export async function aMessage({ cases, places }: Store, situation: MessageSituation = {}) {
  const { description = CLEAR, matter, certainty = 0.99, intake } = situation;
  const clock = movableClock(at(RECEIVED));
  const keys = new InMemoryCaseKeys();
  const raw = { class: null, serviceCode: null, areaCode: null, channel: 'zalo' } as const;
  const created = await aNewCase({ number: 1, at: RECEIVED, matter: { ...raw, ...matter } });
  const { jurisdictionId, caseId } = created.next;
  const of = { jurisdictionId, caseId };
  const key = await keys.generate(of);
  const personalData = PersonalData.parse({ ...NOBODY, description });
  await cases.create({
    ...created,
    sealedPersonalData: key.seal(canonicalJson(personalData)),
    wrappedKey: key.wrappedKey,
  });
  const ports = {
    cases,
    keys,
    clock,
    digest,
    fingerprints: fingerprintsFrom('the pepper of tests, which is long enough'),
    places,
    jurisdiction: { ...jurisdiction, intake: { ...jurisdiction.intake, ...intake } },
  };
  const changeCase = createChangeCase(ports);
  const proposeIntake = createProposeIntake({
    ...ports,
    classifier: { classify: () => Promise.resolve(lights(certainty)) },
    placeFinder: new NamedPlaces(jurisdiction),
    findDuplicates: createFindDuplicates(ports),
    askSecondOpinion: situation.secondOpinion ?? noSecondOpinion,
    changeCase: situation.around?.(changeCase) ?? changeCase,
  });
  const history = async () => {
    const dossier = await cases.dossier(jurisdictionId, caseId);
    return (dossier?.events ?? []).map(({ event }) => event);
  };
  const types = async () => (await history()).map(({ body }) => body.type);
  const byAgent = (command: ReturnType<typeof aCommand>, expectedVersion = 1) =>
    changeCase({ ...of, command, by: agent, expectedVersion });
  const now = async () => (await cases.find(jurisdictionId, caseId))?.case;
  return { of, clock, proposeIntake, byAgent, history, types, now };
}

const NOBODY = { name: null, phone: null, email: null, address: null, place: null };
export const streetLight = ServiceCode.parse('street-light');
const lights = (certainty: number): TextClassification => ({
  model: 'model-1',
  classes: [{ code: 'field_report', probability: Math.max(certainty, 0.96) }],
  services: [{ code: streetLight, probability: certainty }],
  words: [],
  askPerson: certainty < 0.6,
});
const noSecondOpinion: AskSecondOpinion = () =>
  Promise.resolve(err({ code: 'NO_OPINION', because: 'OFF' }));
