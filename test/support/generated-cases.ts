import type { Case, CaseId, JurisdictionId } from '../../shared/domain/case.ts';
import { CHANNELS } from '../../shared/domain/channel.ts';
import { DepartmentCode } from '../../shared/domain/department.ts';
import { ServiceCode } from '../../shared/domain/service-catalog.ts';
import { localDayIn } from '../../shared/domain/statistics-period.ts';
import type { CaseHeads } from '../../shared/ports/case-heads.ts';
import type { CountedCases, CountedQuestion, ListedCase } from '../../shared/ports/statistics.ts';
import { aCase, aRound, jurisdiction } from './case-builder.ts';
import { caseIdNumber } from './random-cases.ts';

const START = Date.parse('2020-01-01T00:00:00.000Z');
const DAY_MS = 86_400_000;
const localDay = localDayIn(jurisdiction.calendarData);
const services = [...jurisdiction.services.values()];
const areas = [...jurisdiction.areas.keys()];

/**
 * So many cases, evenly over so many days from New Year 2020 in Greenwich, made when they are asked for: a history of any
 * length takes no memory.
 */
export class GeneratedCases implements CountedCases, CaseHeads {
  readonly #count: number;
  readonly #days: number;
  readonly #model: Case;

  constructor(count: number, days: number) {
    this.#count = count;
    this.#days = days;
    this.#model = aCase({
      status: 'answered',
      summary: 'Đường trước chợ có ổ gà lớn, "nguy hiểm" khi trời mưa',
      rounds: [aRound('2020-03-06T02:00:00.000Z', 'acceptable')],
      answerDueAt: '2020-03-10T10:00:00.000Z',
    });
  }

  list({ months, after = '', limit }: CountedQuestion) {
    const cases = this.#from({ after, months, limit: limit + 1 });
    const page = cases.slice(0, limit);
    const next = cases.length > limit ? page.at(-1)?.place : undefined;
    return Promise.resolve({ cases: page, next });
  }

  /** In order of receipt, so the first that is behind all of the months ends the list. */
  #from({ after, months, limit }: { after: string } & Omit<CountedQuestion, 'jurisdictionId'>) {
    const cases: ListedCase[] = [];
    const last = months.at(-1) ?? '';
    for (let number = this.#firstAfter(after), month = ''; month <= last; number += 1) {
      if (number >= this.#count || cases.length === limit) break;
      const listed = this.#listed(number);
      month = monthOf(listed);
      if (listed.place > after && months.includes(month)) cases.push(listed);
    }
    return cases;
  }

  heads(_: JurisdictionId, caseIds: readonly CaseId[]) {
    return Promise.resolve(new Map(caseIds.map((caseId) => [caseId, this.#case(caseId)])));
  }

  /** The number of a case stands in its id. */
  #case(caseId: CaseId): Case {
    const number = numberOf(caseId);
    const receivedAt = this.#receivedAt(number);
    const service = services[number % services.length];
    return {
      ...this.#model,
      caseId,
      trackingCode: `T${number}`,
      receivedAt,
      forwardedAt: receivedAt,
      class: service?.class ?? null,
      serviceCode: ServiceCode.parse(service?.code),
      areaCode: areas[number % areas.length] ?? null,
      channel: CHANNELS[number % CHANNELS.length] ?? 'phone',
      lead: DEPARTMENTS[number % DEPARTMENTS.length] ?? null,
    };
  }

  #listed(number: number): ListedCase {
    const receivedAt = this.#receivedAt(number);
    const caseId = caseIdNumber(number);
    const department = DEPARTMENTS[number % DEPARTMENTS.length] ?? '-';
    const cells = [['department', department]] as const;
    return {
      caseId,
      place: `${receivedAt}#${caseId}`,
      contributions: [{ day: localDay(receivedAt), counters: ['received'], cells }],
    };
  }

  #receivedAt = (number: number): string =>
    new Date(START + Math.floor((number * this.#days * DAY_MS) / this.#count)).toISOString();

  /** A place begins with an instant or a day. */
  #firstAfter(place: string): number {
    if (place === '') return 0;
    const at = Date.parse(place.slice(0, 24).split('#')[0] ?? '');
    return Math.max(0, Math.floor(((at - START) * this.#count) / (this.#days * DAY_MS)) - 1);
  }
}

const monthOf = ({ contributions: [one] }: ListedCase): string => (one?.day ?? '').slice(0, 7);

const DEPARTMENTS = [...jurisdiction.departments.keys()]
  .slice(0, 10)
  .map((code) => DepartmentCode.parse(code));

const numberOf = (caseId: CaseId): number =>
  Buffer.from(caseId).reduce((sum, letter) => sum * 26 + letter - 97, 0);
