import { InMemoryCasePlaces } from '../../shared/adapters/memory/in-memory-case-places.ts';
import { InMemoryCaseRepository } from '../../shared/adapters/memory/in-memory-case-repository.ts';
import { NamedPlaces } from '../../shared/adapters/system/named-places.ts';
import type { IntakeMessage } from '../../shared/domain/intake.ts';
import { err } from '../../shared/domain/result.ts';
import { ServiceCode } from '../../shared/domain/service-catalog.ts';
import type { Classifier } from '../../shared/ports/classifier.ts';
import type { ChangeCase, ChangeCasePorts } from '../../shared/usecases/change-case.ts';
import { createFindDuplicates } from '../../shared/usecases/find-duplicates.ts';
import { createProposeIntake, type ProposeIntake } from '../../shared/usecases/propose-intake.ts';
import type { Chance } from '../support/random-cases.ts';

interface Around extends ChangeCasePorts {
  readonly chance: Chance;
  readonly changeCase: ChangeCase;
  readonly queued: readonly IntakeMessage[];
}

/** Hours pass between two things that happen here, and what comes late would never be routed. */
const NEVER_TOO_LATE = 1_000_000;

/** Looks at messages in any order, at some of them again and again, as a queue may give them. */
export class Machine {
  readonly #around: Around;
  readonly #proposeIntake: ProposeIntake;

  constructor(around: Around) {
    const { chance, jurisdiction } = around;
    const ports = {
      ...around,
      // Nothing resembles anything, or after the first few reports all would be left to the desk.
      places: new InMemoryCasePlaces(new InMemoryCaseRepository()),
      fingerprints: { sign: () => Promise.resolve('a key') },
      classifier: classifierBy(chance),
      placeFinder: new NamedPlaces(jurisdiction),
      askSecondOpinion: () => Promise.resolve(err({ code: 'NO_OPINION', because: 'OFF' } as const)),
      jurisdiction: {
        ...jurisdiction,
        intake: { ...jurisdiction.intake, withinMinutes: NEVER_TOO_LATE },
      },
    };
    this.#around = around;
    this.#proposeIntake = createProposeIntake({
      ...ports,
      findDuplicates: createFindDuplicates(ports),
    });
  }

  /** At one message, which may be one that it has looked at before. */
  async look(): Promise<void> {
    const { chance, queued } = this.#around;
    // Mostly the newest, before an agent has it.
    const some = chance.onceIn(3) ? queued : queued.slice(-2);
    if (some.length > 0) await this.#proposeIntake(chance.oneOf(some));
  }
}

/** Sure of what stands in the text, now and then unsure of it. */
const classifierBy = (chance: Chance): Classifier => ({
  classify: (text) => {
    const certainty = chance.onceIn(4) ? 0.5 : 0.99;
    const code = text.includes('Đèn') ? 'street-light' : 'flooding';
    return Promise.resolve({
      model: 'model-of-the-simulation',
      classes: [{ code: 'field_report', probability: 0.99 }],
      services: [{ code: ServiceCode.parse(code), probability: certainty }],
      words: [],
      askPerson: certainty < 0.6,
    });
  },
});
