import type { Case } from '../../domain/case.ts';
import type {
  CasePlaces,
  CountQuestion,
  FollowersPage,
  FollowersQuestion,
  NearQuestion,
  PlacedCase,
  ReceivedPage,
  ReceivedQuestion,
} from '../../ports/case-places.ts';
import type { InMemoryCaseRepository } from './in-memory-case-repository.ts';

/** Found anew among all cases for each question. */
export class InMemoryCasePlaces implements CasePlaces {
  readonly #cases: InMemoryCaseRepository;

  constructor(cases: InMemoryCaseRepository) {
    this.#cases = cases;
  }

  near({ jurisdictionId, areaCode, since, limit }: NearQuestion): Promise<readonly PlacedCase[]> {
    const lies = (one: Case) =>
      one.mergedInto === null && one.areaCode === areaCode && one.receivedAt >= since;
    return Promise.resolve(this.#newest(jurisdictionId, lies).slice(0, limit));
  }

  received(question: ReceivedQuestion): Promise<ReceivedPage> {
    const { jurisdictionId, areaCode, from, until, limit, after = '' } = question;
    const lies = (one: Case) =>
      one.mergedInto === null &&
      one.areaCode === areaCode &&
      one.receivedAt >= from &&
      one.receivedAt < until;
    const rest = this.#newest(jurisdictionId, lies)
      .toReversed()
      .filter((one) => placeOf(one) > after);
    const cases = rest.slice(0, limit);
    const last = cases.at(-1);
    const next = rest.length > limit && last !== undefined ? placeOf(last) : undefined;
    return Promise.resolve({ cases, next });
  }

  followers({ jurisdictionId, of, limit, after }: FollowersQuestion): Promise<FollowersPage> {
    const all = this.#newest(jurisdictionId, ({ mergedInto }) => mergedInto === of).filter(
      (one) => after === undefined || placeOf(one) < after,
    );
    const followers = all.slice(0, limit);
    const last = followers.at(-1);
    const next = all.length > limit && last !== undefined ? placeOf(last) : undefined;
    return Promise.resolve({ followers, next });
  }

  countFollowers({ jurisdictionId, of, upTo = Infinity }: CountQuestion) {
    const follows = ({ mergedInto }: Case) => mergedInto === of;
    return Promise.resolve(Math.min(upTo, this.#newest(jurisdictionId, follows).length));
  }

  #newest(jurisdictionId: string, wanted: (one: Case) => boolean): PlacedCase[] {
    return this.#cases
      .all()
      .filter(({ case: one }) => one.jurisdictionId === jurisdictionId && wanted(one))
      .map(({ case: { caseId, receivedAt }, likeness }) => ({ caseId, receivedAt, likeness }))
      .sort((a, b) => (placeOf(a) > placeOf(b) ? -1 : 1));
  }
}

const placeOf = ({ receivedAt, caseId }: PlacedCase): string => `${receivedAt}#${caseId}`;
