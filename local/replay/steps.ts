import type { AreaCode } from '../../shared/domain/area.ts';
import type { AreaLookup } from '../../shared/domain/area-lookup.ts';
import type { BusinessCalendar } from '../../shared/domain/business-calendar.ts';
import type { DepartmentCode } from '../../shared/domain/department.ts';
import type { Jurisdiction } from '../../shared/domain/jurisdiction-lookups.ts';
import type { Result } from '../../shared/domain/result.ts';
import { dueAt } from '../../shared/domain/sla.ts';
import { addWorkingTime, closingOfNthWorkingDay } from '../../shared/domain/working-time.ts';
import type { PlannedCase, PlannedRoute } from './plan.ts';
import { type Chance, chance } from '../../shared/domain/chance.ts';
import { answerText } from './texts.ts';

/** One request of the story. Steps of one case follow each other; each is made on the version that the one before gave. */
export interface Step {
  readonly at: Date;
  /** Who calls; undefined for the citizen. */
  readonly as: string | undefined;
  readonly action: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Everything that happens to one case, in order of time. */
export function stepsOf(planned: PlannedCase, jurisdiction: Jurisdiction, seed: number): Step[] {
  const luck = chance(seed * 10_007 + planned.number);
  const story = new Story(planned, luck, jurisdiction);
  story.log();
  if (planned.forward === undefined) story.answerAtDesk();
  else story.forward(planned.forward);
  return story.steps;
}

const must = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(`The calendar does not cover ${JSON.stringify(result.error)}`);
  return result.value;
};

class Story {
  readonly steps: Step[] = [];
  readonly #planned: PlannedCase;
  readonly #luck: Chance;
  readonly #calendar: BusinessCalendar;
  readonly #areas: AreaLookup;
  #now: Date;

  constructor(planned: PlannedCase, luck: Chance, { calendar, areas }: Jurisdiction) {
    this.#planned = planned;
    this.#luck = luck;
    this.#calendar = calendar();
    this.#areas = areas;
    this.#now = planned.receivedAt;
  }

  log(): void {
    const { service, areaCode, channel, words, agent, number } = this.#planned;
    const caller = { name: `Người dân ${number + 1}`, phone: phoneOf(number) };
    const place = placeInWords(areaCode, this.#areas);
    const body = {
      channel,
      description: words,
      place,
      caller,
      serviceCode: service.code,
      areaCode,
    };
    this.#do('log', agent, body);
  }

  answerAtDesk(): void {
    this.#wait(this.#luck.between(1, 5) * MINUTE_MS);
    this.#do('answer', this.#planned.agent, {
      text: answerText(this.#planned.service, this.#luck),
    });
    // About half of those who were answered at the desk are asked, or judge by themselves.
    if (this.#luck.next() < 0.5) this.#rate(this.#luck.next() < 0.9 ? 'satisfied' : 'acceptable');
  }

  forward(route: PlannedRoute): void {
    this.#routeAll(route);
    const officer = officerOf(route.lead);
    this.#work(this.#luck.between(10, 120));
    this.#do('accept', officer, {});
    if (route.fate === 'open') return;
    this.#onTheWay(officer);
    for (const department of route.supporting) {
      this.#work(this.#luck.between(20, 180));
      this.#do('answer-part', officerOf(department), { text: 'Đã kiểm tra phần việc của đơn vị.' });
    }
    this.#work(this.#luck.between(60, 1_500));
    this.#do('answer', officer, { text: answerText(this.#planned.service, this.#luck) });
    if (route.fate !== 'unjudged') this.#rate(route.fate);
  }

  #routeAll({ lead, supporting, byCatalogue, wrongLead }: PlannedRoute): void {
    const { agent } = this.#planned;
    this.#wait(this.#luck.between(1, 5) * MINUTE_MS);
    if (wrongLead !== undefined) {
      this.#do('route', agent, { lead: wrongLead });
      this.#work(this.#luck.between(30, 240));
      this.#do('return', officerOf(wrongLead), {
        reason: 'wrong_department',
        proposed: lead,
        text: 'Không thuộc thẩm quyền của đơn vị.',
      });
      this.#wait(this.#luck.between(1, 5) * MINUTE_MS);
    }
    this.#do('route', agent, byCatalogue ? {} : { lead, supporting });
  }

  /** Now and then a department asks, reports, or needs longer. */
  #onTheWay(officer: string): void {
    const event = this.#luck.next();
    if (event < 0.08) {
      this.#work(30);
      this.#do('ask-citizen', officer, { text: 'Đề nghị cho biết thêm vị trí cụ thể.' });
      this.#wait(this.#luck.between(2, 40) * 60 * MINUTE_MS);
      this.#do('resume', officer, { text: 'Người dân đã bổ sung vị trí.' });
    } else if (event < 0.25) {
      this.#work(60);
      this.#report(officer);
    } else if (event < 0.3) {
      // A deadline that has passed is not extended any more.
      if (this.#now > this.#due()) {
        this.#report(officer);
        return;
      }
      if (this.#isAtDeadline()) return;
      const later = must(closingOfNthWorkingDay(this.#calendar, this.#due(), 3));
      const text = 'Cần phối hợp với đơn vị thi công.';
      this.#do('extend', officer, { answerDueAt: later.toISOString(), text });
    }
  }

  #report(officer: string): void {
    const promised = must(closingOfNthWorkingDay(this.#calendar, this.#now, 3));
    if (this.#isAtDeadline()) return;
    const late = this.#now > this.#due() ? { committedAt: promised.toISOString() } : {};
    this.#do('report-progress', officer, { text: 'Đã cử cán bộ kiểm tra hiện trường.', ...late });
  }

  #due(): Date {
    const { receivedAt, service } = this.#planned;
    return must(dueAt(this.#calendar, receivedAt, service.target));
  }

  /** What may be done turns at the deadline, and the clock of a busy host goes on while a request waits: nobody acts so close to it. */
  #isAtDeadline(): boolean {
    return Math.abs(this.#now.getTime() - this.#due().getTime()) < 10 * MINUTE_MS;
  }

  #rate(judgement: string): void {
    this.#wait(this.#luck.between(DAY_MS / 4, 8 * DAY_MS));
    this.#do('rate', undefined, { round: 1, judgement });
  }

  #wait(ms: number): void {
    this.#now = new Date(this.#now.getTime() + ms);
  }

  #work(minutes: number): void {
    this.#now = must(addWorkingTime(this.#calendar, this.#now, minutes * MINUTE_MS));
  }

  #do(action: string, as: string | undefined, body: Step['body']): void {
    this.steps.push({ at: this.#now, as, action, body });
  }
}

export const officerOf = (department: DepartmentCode): string =>
  `officer.${department.toLowerCase()}`;

/** Numbers of a range that no network had given out; every third caller calls again. */
const phoneOf = (number: number): string => `09000${String(10_000 + (number % 2_000))}`;

/** As a caller says it: the commune and its district. */
function placeInWords(areaCode: AreaCode, areas: AreaLookup): string {
  const area = areas.get(areaCode);
  const district = areas.get(area?.districtCode as string as AreaCode);
  return [area?.name, district?.name].filter(Boolean).join(', ');
}
