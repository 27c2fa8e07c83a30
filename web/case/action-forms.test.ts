import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../shared/contracts/limits.ts';
import { actionBodies } from '../../shared/contracts/case-actions.ts';
import { lifecycle, type Rule } from '../../shared/domain/case-lifecycle.ts';
import { STAFF_ROLES } from '../../shared/domain/roles.ts';
import { actionForms, bodyOf, isComplete, type OwnAction } from './action-forms.ts';
import { type Composing, unseen } from './composing.ts';
import type { Case, HistoryEntry } from './use-case.ts';

const aDraft = (differing: Partial<Composing> = {}): Composing => ({
  action: 'note',
  basedOn: 3,
  text: 'Đã kiểm tra tại chỗ.',
  lead: 'TA',
  supporting: ['SXD'],
  serviceCode: 'street-light',
  areaCode: '25966',
  summary: 'Đèn tắt',
  reason: 'wrong_place',
  proposed: 'DA',
  date: '2026-11-28T17:00',
  releasedParts: ['SXD'],
  judgement: 'satisfied',
  into: 'KARY-HXGF-9T68',
  ...differing,
});
const context = {
  current: { rounds: [{ number: 2 }] } as unknown as Case, // What a body reads of it.
  timeZone: 'Asia/Ho_Chi_Minh',
  intoId: 'abcdefghijklmnopqrstuvwxyz',
};
const actions = Object.keys(actionForms) as OwnAction[];

describe('the form of an action', () => {
  it.each(actions)('%s makes what the contract takes', (action) => {
    const body = bodyOf(action, aDraft(), context);
    expect(actionBodies[action].safeParse(body).error).toBeUndefined();
  });

  it.each(actions)(
    '%s asks for the text that the contract asks for, and no longer one',
    (action) => {
      const { text, limit } = actionForms[action];
      const takes = (words: object) =>
        actionBodies[action].safeParse({
          ...bodyOf(action, aDraft({ text: '' }), context),
          ...words,
        }).success;
      expect(takes({})).toBe(text !== 'required');
      expect(takes({ text: 'x'.repeat(limit) })).toBe(text !== 'none');
      expect(takes({ text: 'x'.repeat(limit + 1) })).toBe(false);
    },
  );

  it.each(STAFF_ROLES)('has a key that stands for nothing else to %s', (role) => {
    const own = actions.filter((action) =>
      lifecycle[action].some(({ by }: Rule) => by.includes(role)),
    );
    // A case may be open beside a list, in which these move and select.
    const keys = ['j', 'k', 'x', ...own.map((action) => actionForms[action].key)];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([
    ['note', { text: '  ' }, false],
    ['note', { text: 'x'.repeat(LIMITS.note + 1) }, false],
    ['accept', { text: '' }, true],
    ['extend', { date: '' }, false],
    ['return', { reason: '' }, false],
    ['rate', { text: '' }, true],
  ] as const)('%s with %j is complete: %s', (action, part, complete) =>
    expect(isComplete(action, aDraft(part))).toBe(complete),
  );

  it('reads a date by the clock of the province', () => {
    expect(bodyOf('extend', aDraft(), context)).toMatchObject({
      answerDueAt: '2026-11-28T10:00:00.000Z',
    });
  });
});

describe('what happened while somebody wrote', () => {
  const entry = (version: number, type: string) =>
    ({ version, event: { type } }) as unknown as HistoryEntry; // What is read of it.
  const history = [entry(3, 'CaseAccepted'), entry(4, 'AlarmRaised'), entry(5, 'NoteAdded')];

  it('is what others did, and not that time passed', () => {
    expect(unseen(aDraft(), history).map(({ version }) => version)).toEqual([5]);
  });

  it('is nothing to somebody who writes nothing', () => {
    expect(unseen(aDraft({ action: null }), history)).toEqual([]);
  });
});
