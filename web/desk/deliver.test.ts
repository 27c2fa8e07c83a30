import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../platform/api-problem.ts';
import { EMPTY_CALL } from './call-draft.ts';
import { submissionOf } from './call-plan.ts';
import { deliver, type Logged, type Post } from './deliver.ts';

const logged: Logged = { caseId: 'a', trackingCode: 'A-1', version: 1 };
const problem = (status: number, code: string) => new ApiProblem({ status, code, title: 'Lỗi' });

function setup(failing: { readonly log?: Error; readonly take?: Error } = {}) {
  const done: string[] = [];
  const post: Post = {
    log: ({ key }) => {
      done.push(`log ${key}`);
      return failing.log ? Promise.reject(failing.log) : Promise.resolve(logged);
    },
    take: ({ action }, { version }) => {
      done.push(`${action} ${version}`);
      return failing.take ? Promise.reject(failing.take) : Promise.resolve();
    },
  };
  const draft = { ...EMPTY_CALL, key: 'k', description: 'Đèn tắt.', lead: 'TA', serviceCode: 's' };
  const submission = submissionOf(draft, undefined, 'route');
  const kept: Logged[] = [];
  return {
    done,
    kept,
    submission,
    run: (from = submission) => deliver(from, post, (one) => kept.push(one)),
  };
}

describe('a finished call', () => {
  it('is logged under its key and taken one step on', async () => {
    const { run, done, kept } = setup();
    expect(await run()).toEqual({ kind: 'sent', logged });
    expect(done).toEqual(['log k', 'route 1']);
    expect(kept).toEqual([logged]);
  });

  it('that is answered names the case to the citizen', async () => {
    const { submission } = setup();
    const text = 'Mã của ông/bà là {trackingCode}.';
    const taken: unknown[] = [];
    const post: Post = {
      log: () => Promise.resolve(logged),
      take: (step) => Promise.resolve(taken.push(step)),
    };
    await deliver({ ...submission, then: { action: 'answer', body: { text } } }, post, () => null);
    expect(taken).toEqual([{ action: 'answer', body: { text: 'Mã của ông/bà là A-1.' } }]);
  });

  it('that is logged already goes on with its step', async () => {
    const { run, done, submission } = setup();
    expect(await run({ ...submission, logged })).toMatchObject({ kind: 'sent' });
    expect(done).toEqual(['route 1']);
  });

  it.each([
    [0, 'UNREACHABLE'],
    [429, 'UNKNOWN'],
    [500, 'INTERNAL'],
    [503, 'UNKNOWN'],
  ])('waits after %i', async (status, code) => {
    expect(await setup({ log: problem(status, code) }).run()).toEqual({ kind: 'later' });
    const { run, kept } = setup({ take: problem(status, code) });
    expect(await run()).toEqual({ kind: 'later' });
    expect(kept).toEqual([logged]);
  });

  it.each([
    [422, 'PHONE_INVALID'],
    [403, 'NOT_PERMITTED'],
  ])('comes back after %i, with why', async (status, code) => {
    const { run } = setup({ log: problem(status, code) });
    expect(await run()).toMatchObject({ kind: 'refused', problem: { code, title: 'Lỗi' } });
  });

  it('hides no fault of our own', async () => {
    await expect(setup({ log: new TypeError('a bug') }).run()).rejects.toThrow('a bug');
  });
});
