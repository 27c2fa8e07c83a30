import { LIMITS } from '../../shared/contracts/limits.ts';
import type { CaseAction } from '../../shared/domain/case-lifecycle.ts';
import { isTooLong } from '../parts/too-long.ts';
import { instantOf } from '../parts/zone.ts';
import type { Composing } from './composing.ts';
import type { Case } from './use-case.ts';

/** Actions that people take; the others are the system's. */
export type OwnAction = Exclude<CaseAction, 'close' | 'propose' | 'raise-alarm' | 'move-deadlines'>;

export type Field =
  | 'service'
  | 'area'
  | 'summary'
  | 'departments'
  | 'returnReason'
  | 'proposed'
  | 'newDue'
  | 'committed'
  | 'releasedParts'
  | 'judgement'
  | 'callAgain'
  | 'into';

interface ActionForm {
  readonly key: string;
  readonly fields: readonly Field[];
  readonly text: 'required' | 'optional' | 'none';
  readonly limit: number;
  /** It may begin with a template. */
  readonly hasTemplates?: boolean;
  /** The citizen reads it, so it can be looked at as they will. */
  readonly isForCitizen?: boolean;
}

const note = { fields: [], text: 'required', limit: LIMITS.note } as const;

/**
 * What each action asks for, and its key: no role has two with the same, and none is one of a list's (j, k, x). A new action does not compile until it has a form.
 */
export const actionForms: Readonly<Record<OwnAction, ActionForm>> = {
  classify: { ...note, key: 'c', fields: ['service', 'area', 'summary'], text: 'none' },
  route: { ...note, key: 'r', fields: ['departments'], text: 'optional' },
  return: { ...note, key: 'r', fields: ['returnReason', 'proposed'] },
  accept: { ...note, key: 'a', text: 'none' },
  'ask-citizen': { ...note, key: 'q', isForCitizen: true },
  resume: { ...note, key: 'g', text: 'optional' },
  'report-progress': { ...note, key: 'p', fields: ['committed'] },
  extend: { ...note, key: 'e', fields: ['newDue'] },
  'answer-part': { ...note, key: 'f', limit: LIMITS.answer, hasTemplates: true },
  answer: {
    ...note,
    key: 't',
    fields: ['releasedParts'],
    limit: LIMITS.answer,
    hasTemplates: true,
    isForCitizen: true,
  },
  rate: { ...note, key: 'd', fields: ['judgement'], text: 'optional' },
  'call-back': { ...note, key: 'l', fields: ['callAgain'], text: 'optional' },
  reopen: { ...note, key: 'o' },
  reject: { ...note, key: 'z', isForCitizen: true },
  merge: { ...note, key: 'm', fields: ['into'], text: 'optional' },
  unmerge: { ...note, key: 'u' },
  withdraw: { ...note, key: 'w', text: 'optional' },
  escalate: { ...note, key: 's', text: 'optional' },
  note: { ...note, key: 'n' },
};

export interface BodyContext {
  readonly current: Case;
  readonly timeZone: string;
  /** The case that `into` names. */
  readonly intoId: string | undefined;
}

type Body = Readonly<Record<string, unknown>>;

const bodies: Readonly<Record<Field, (draft: Composing, context: BodyContext) => Body>> = {
  service: ({ serviceCode }) => (serviceCode == null ? {} : { serviceCode }),
  area: ({ areaCode }) => (areaCode === undefined ? {} : { areaCode }),
  summary: ({ summary }) => (summary === undefined ? {} : { summary: summary.trim() || null }),
  departments: ({ lead, supporting = [] }) => (lead == null ? {} : { lead, supporting }),
  returnReason: ({ reason }) => ({ reason }),
  proposed: ({ proposed }) => (proposed == null ? {} : { proposed }),
  newDue: ({ date = '' }, { timeZone }) => ({ answerDueAt: instantOf(date, timeZone) }),
  committed: ({ date = '' }, { timeZone }) =>
    date === '' ? {} : { committedAt: instantOf(date, timeZone) },
  releasedParts: ({ releasedParts = [] }) => (releasedParts.length === 0 ? {} : { releasedParts }),
  judgement: ({ judgement }, { current }) => ({
    round: current.rounds.at(-1)?.number ?? 0,
    judgement,
  }),
  callAgain: ({ date = '' }, { timeZone }) =>
    date === ''
      ? { outcome: 'no_answer' }
      : { outcome: 'call_later', againAt: instantOf(date, timeZone) },
  into: (_, { intoId }) => ({ into: intoId }),
};

/** What is sent: the fields of the action, and its text where there is one. */
export function bodyOf(action: OwnAction, draft: Composing, context: BodyContext): Body {
  const { fields, text } = actionForms[action];
  const words = text === 'none' || draft.text.trim() === '' ? {} : { text: draft.text };
  return Object.assign({}, words, ...fields.map((field) => bodies[field](draft, context))) as Body;
}

const needed: Partial<Record<Field, keyof Composing>> = {
  returnReason: 'reason',
  newDue: 'date',
  judgement: 'judgement',
  into: 'into',
};

/** Whether there is everything that the action asks for. */
export function isComplete(action: OwnAction, draft: Composing): boolean {
  const { fields, text, limit } = actionForms[action];
  const isTextRight =
    text === 'none' ||
    (!isTooLong(draft.text, limit) && (text === 'optional' || draft.text.trim() !== ''));
  return isTextRight && fields.every((field) => isGiven(needed[field], draft));
}

const isGiven = (name: keyof Composing | undefined, draft: Composing): boolean =>
  name === undefined || (draft[name] ?? '') !== '';
