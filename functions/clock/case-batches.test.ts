import type { Context } from 'aws-lambda';
import { afterEach, expect, it, vi } from 'vitest';
import { CaseId } from '../../shared/domain/case.ts';
import { failFor, whileTimeIsLeft } from './case-batches.ts';

const someCases = ['a', 'b'].map((letter) => CaseId.parse(letter.repeat(26)));

afterEach(() => {
  vi.restoreAllMocks();
});

it('goes on as long as a page has the time that it may take', () => {
  const left = [60_000, 10_001, 10_000, 500];
  const context = { getRemainingTimeInMillis: () => left.shift() } as Context;
  const mayGoOn = whileTimeIsLeft(context);
  expect([mayGoOn(), mayGoOn(), mayGoOn(), mayGoOn()]).toEqual([true, true, false, false]);
});

it('fails when a case could not be handled, and names each', () => {
  const written = vi.spyOn(console, 'error').mockReturnValue();
  expect(() => failFor(someCases, 'CASE_NOT_SWEPT')).toThrow('2 cases could not be looked at');
  const lines = written.mock.calls.map(([line]) => JSON.parse(String(line)) as unknown);
  expect(lines).toMatchObject(someCases.map((caseId) => ({ code: 'CASE_NOT_SWEPT', caseId })));
});

it('does not fail when every case was handled', () => {
  expect(() => failFor([], 'CASE_NOT_MOVED')).not.toThrow();
});
