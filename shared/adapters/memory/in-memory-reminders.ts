import { audienceOf, toldBy } from '../../domain/reminder-audience.ts';
import type { PlacedReminder, Reminders, RemindersQuestion } from '../../ports/reminders.ts';
import type { InMemoryCaseRepository, KeptCase } from './in-memory-case-repository.ts';

/** Found anew among the events of every case for each question. */
export class InMemoryReminders implements Reminders {
  readonly #cases: InMemoryCaseRepository;

  constructor(cases: InMemoryCaseRepository) {
    this.#cases = cases;
  }

  list({ jurisdictionId, audience, until, limit, after }: RemindersQuestion) {
    const all = this.#cases
      .all()
      .filter((kept) => kept.case.jurisdictionId === jurisdictionId)
      .flatMap((kept) => remindersOf(kept, audience))
      .filter(({ place }) => place < (after ?? `${until}#~`))
      .sort((a, b) => (a.place < b.place ? 1 : -1));
    return Promise.resolve(all.slice(0, limit));
  }
}

const remindersOf = (kept: KeptCase, audience: string): PlacedReminder[] =>
  kept.events.flatMap(({ event: { body, version } }) => {
    const told = toldBy(body);
    if (told === undefined || audienceOf(told) !== audience) return [];
    const { caseId, trackingCode, priority, serviceCode, areaCode, summary } = kept.case;
    const { clock, kind, level, tell, dueAt, tellAt } = told;
    const known = { caseId, trackingCode, priority, serviceCode, areaCode, summary };
    const reminder = { ...known, clock, kind, level, tell, dueAt, tellAt };
    return [{ reminder, place: `${tellAt}#${caseId}#${version}` }];
  });
