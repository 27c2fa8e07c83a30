import { SYSTEM } from '../../shared/domain/actor.ts';
import type { CaseAction } from '../../shared/domain/case-lifecycle.ts';
import type { CaseRepository } from '../../shared/ports/case-repository.ts';
import { aProposal } from '../support/case-builder.ts';
import { aNewCase } from '../support/case-changes.ts';
import { agent, manager, type Step } from '../support/case-story.ts';
import { aRoutedStory, officer, StoredStory, supporting } from './case-ports.ts';

/** As long as a blind index is. */
export const callerIndex = 'c'.repeat(43);

/** Some 300 characters, as an officer writes. */
export const text =
  'Đơn vị đã kiểm tra hiện trường và vá xong các ổ gà trước chợ Lái Thiêu trong sáng nay. Mặt đường hai bên ' +
  'được rào chắn đến chiều để nhựa nguội. Đội duy tu sẽ theo dõi thêm một tuần; nếu còn chỗ sụt lún, bà con vui ' +
  'lòng báo lại tổng đài 1022 để được xử lý tiếp. Trân trọng cảm ơn.';

type Before = (cases: CaseRepository) => Promise<StoredStory>;
type Act = (story: StoredStory) => Promise<StoredStory>;

const step =
  <A extends CaseAction>(action: A, how: Step<A> & { readonly text?: string }): Act =>
  (story) =>
    story.does(action, how);

const byDesk = { by: agent, at: '2020-03-05 10:30' };
const byOfficer = { by: officer, at: '2020-03-05 10:30' };
const bySupporting = { by: supporting, at: '2020-03-05 14:00' };
const byManager = { by: manager, at: '2020-03-07 10:00' };
const bySystem = { by: SYSTEM, at: '2020-04-07 10:00' };

const elsewhere = { areaCode: '25741' };
const urgent = { priority: 'urgent' } as const;
const wrong = { reason: 'wrong_department', proposed: 'SGTVT' } as const;
const into = (await aNewCase({ number: 2 })).next.caseId;
const later = { answerDueAt: '2020-03-17T03:00:00.000Z' };
/** As long as codes and names of models are. */
const proposal = {
  proposed: aProposal({
    model: 'anthropic.claude-3-5-haiku-20241022-v1:0',
    service: 'proc-construction-permit',
    rule: 'provincial-roads',
  }),
  waits: 'POSSIBLE_DUPLICATE',
  duplicate: { caseId: into, score: 0.8123456789 },
} as const;
const unsatisfied = { round: 1, judgement: 'unsatisfied' } as const;

export const received: Before = (cases) => StoredStory.begin(cases, { number: 1, callerIndex });
const routedWith =
  (...parts: string[]): Before =>
  (cases) =>
    aRoutedStory(cases, { number: 1, parts, callerIndex });
const after =
  (before: Before, act: Act): Before =>
  async (cases) =>
    act(await before(cases));

const accept = step('accept', { ...byOfficer, at: '2020-03-05 09:30', with: {} });
const ask = step('ask-citizen', { ...byOfficer, with: {}, text });
const askAtDesk = step('ask-citizen', { ...byDesk, with: {}, text });
const resume = step('resume', { ...byDesk, at: '2020-03-09 10:00', with: {}, text });
const answer = step('answer', { ...byOfficer, at: '2020-03-10 09:00', with: {}, text });
const rate = step('rate', { ...byDesk, at: '2020-03-11 09:00', with: unsatisfied });
const reopen = step('reopen', { ...byManager, at: '2020-03-12 09:00', with: {}, text });
const givePart = step('answer-part', { ...bySupporting, with: {}, text });

const routed = routedWith();
/** The other case, to be merged into, is there. */
const besideAnother: Before = async (cases) => {
  await StoredStory.begin(cases, { number: 2 });
  return routed(cases);
};
const merge = step('merge', { ...byDesk, with: { into } });
const merged = after(besideAnother, merge);
const accepted = after(routed, accept);
const waiting = after(accepted, ask);
const answered = after(accepted, answer);
const withPart = after(routedWith('SGTVT'), accept);
const withPartGiven = after(withPart, givePart);

/** Its new service has another target, by which its deadline would be counted. */
const reclassified = after(
  accepted,
  step('classify', { ...byDesk, with: { serviceCode: 'street-light' } }),
);

export interface ChangeCost {
  /** As docs/access-patterns.md calls it. */
  readonly change: string;
  readonly writeUnits: number;
  readonly before: Before;
  readonly act: Act;
}
const row = (change: string, writeUnits: number, [before, act]: readonly [Before, Act]) => ({
  change,
  writeUnits,
  before,
  act,
});

const route = (supports: string[], lead = 'TA') =>
  step('route', { ...byDesk, with: { lead, supporting: supports } });

export const LOG_WRITE_UNITS = 11;

/** Read units of questions, by the name that docs/access-patterns.md gives them. */
export const readUnits = {
  'one case, to change it': 1,
  'one case with its history': 2,
  'one event of a case': 1,
  'queue of the desk': 2,
  'inbox of a department, page of 25': 1.5,
  'answers that nobody may judge now': 0.5,
  'a case by its tracking code': 0.5,
  'the last 20 cases of a caller': 0.5,
  'who is this': 0.5,
} as const;

/** One department leads, nobody supports: the budget is 7, for all but an unmerge, which moves in the index of places, a merge, which also looks at a second case, and an alarm, which moves on and tells somebody. */
export const changes: readonly ChangeCost[] = [
  row('classify', 7, [received, step('classify', { ...byDesk, with: urgent })]),
  row('classify, another place', 7, [received, step('classify', { ...byDesk, with: elsewhere })]),
  row('propose', 5, [received, step('propose', { ...bySystem, with: proposal })]),
  row('route', 6, [received, route([])]),
  row('route again, elsewhere', 6, [routed, route([], 'TDM')]),
  row('return', 6, [routed, step('return', { ...byOfficer, with: wrong, text })]),
  row('accept', 6, [routed, accept]),
  row('ask-citizen, by the desk', 6, [received, askAtDesk]),
  row('ask-citizen, by the lead', 6, [accepted, ask]),
  row('resume, to the desk', 6, [after(received, askAtDesk), resume]),
  row('resume, to the lead', 6, [waiting, resume]),
  row('report-progress', 5, [accepted, step('report-progress', { ...byOfficer, with: {}, text })]),
  row('extend', 6, [accepted, step('extend', { ...byOfficer, with: later, text })]),
  row('answer, by the desk', 7, [received, step('answer', { ...byDesk, with: {}, text })]),
  row('answer, by the lead', 7, [accepted, answer]),
  row('rate', 5, [answered, rate]),
  row('call-back', 5, [answered, step('call-back', { ...byDesk, with: { outcome: 'no_answer' } })]),
  row('reopen, from answered', 7, [answered, reopen]),
  row('reopen, from closed', 6, [after(answered, rate), reopen]),
  row('close', 5, [answered, step('close', { ...bySystem, with: {} })]),
  row('reject', 6, [received, step('reject', { ...byDesk, with: {}, text })]),
  row('merge', 10, [besideAnother, merge]),
  row('unmerge', 8, [merged, step('unmerge', { ...byDesk, with: {}, text })]),
  row('withdraw', 6, [routed, step('withdraw', { ...byDesk, with: {} })]),
  row('escalate', 5, [routed, step('escalate', { ...bySystem, with: {} })]),
  row('raise-alarm', 8, [accepted, step('raise-alarm', { ...bySystem, with: {} })]),
  row('move-deadlines', 6, [reclassified, step('move-deadlines', { ...bySystem, with: {} })]),
  row('note', 5, [accepted, step('note', { ...byDesk, with: {}, text })]),
];

/** A supporting department has a row of its own: two units, and those of its list and its deadline. */
export const changesWithParts: readonly ChangeCost[] = [
  row('route, one supporting', 9, [received, route(['SGTVT'])]),
  row('route, two supporting', 12, [received, route(['SGTVT', 'STNMT'])]),
  row('accept, one supporting', 6, [routedWith('SGTVT'), accept]),
  row('ask-citizen, one supporting', 9, [withPart, ask]),
  row('resume, one supporting', 12, [after(withPart, ask), resume]),
  row('answer-part', 9, [withPart, givePart]),
  row('answer, the part being given', 7, [withPartGiven, answer]),
  row('answer, releasing the part', 10, [
    withPart,
    step('answer', { ...byOfficer, with: { releasedParts: ['SGTVT'] }, text }),
  ]),
  row('rate, the part being given', 8, [after(withPartGiven, answer), rate]),
];

/** A life of ten events, most of them with words. */
export const aLongStory: Before = [
  ask,
  resume,
  step('report-progress', { ...byOfficer, at: '2020-03-09 13:30', with: {}, text }),
  step('answer-part', { ...bySupporting, at: '2020-03-09 14:00', with: {}, text }),
  step('extend', { ...byOfficer, at: '2020-03-09 15:00', with: later, text }),
  answer,
  rate,
].reduce<Before>(after, withPart);
