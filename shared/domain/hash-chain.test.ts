import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aHistory } from '../../test/support/case-histories.ts';
import { digest } from '../adapters/system/digest.ts';
import type { CaseEvent } from './case-events.ts';
import { chain, findTampering, type ChainHead } from './hash-chain.ts';

/** What the row of the case keeps of its latest event. */
const headOf = (events: readonly CaseEvent[]): ChainHead => {
  const last = events.at(-1);
  if (last === undefined) throw new Error('A case has at least one event');
  return { version: last.version, hash: last.hash };
};

const find = (events: readonly CaseEvent[], head: ChainHead) => findTampering(events, head, digest);

/** A history and what a forger picks of it. */
const tampered = fc.tuple(aHistory(20), fc.nat(), fc.nat()).map(([{ events }, where, how]) => ({
  events,
  index: where % events.length,
  how,
}));

/** Every path to something that is not a list or an object. */
const leavesOf = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, member]) => leavesOf(member, [...path, name]))
    : [path];

/** The value with one leaf replaced. */
const edited = (value: unknown, [name, ...rest]: readonly string[]): unknown => {
  if (name === undefined) return value === null ? 'something' : null;
  if (Array.isArray(value)) {
    return value.map((member: unknown, index) =>
      String(index) === name ? edited(member, rest) : member,
    );
  }
  const record = value as Record<string, unknown>;
  return { ...record, [name]: edited(record[name], rest) };
};

describe('a chain of events', () => {
  it('is whole as it was stored', () =>
    fc.assert(
      fc.property(aHistory(), ({ events }) => {
        expect(find(events, headOf(events))).toBeUndefined();
        const stored = JSON.parse(JSON.stringify(events)) as CaseEvent[];
        expect(find(stored, headOf(events))).toBeUndefined();
      }),
    ));

  it('shows any edit, and where', () =>
    fc.assert(
      fc.property(tampered, ({ events, index, how }) => {
        const paths = leavesOf(events[index]);
        const path = paths[how % paths.length] ?? [];
        const forged = events.with(index, edited(events[index], path) as CaseEvent);
        expect(find(forged, headOf(events))).toBeDefined();
        const added = { ...events[index]!, reason: 'put in later' };
        expect(find(events.with(index, added), headOf(events))).toBeDefined();
      }),
    ));

  it('shows an event that was taken out, the last ones too', () =>
    fc.assert(
      fc.property(tampered, ({ events, index }) => {
        const missing = events.filter((_, one) => one !== index);
        expect(find(missing, headOf(events))).toBeDefined();
        expect(find(events.slice(0, index), headOf(events))).toEqual({
          version: index + 1,
          fault: 'GAP',
        });
      }),
    ));

  it('shows an event that was put in, even one that is linked to the one before', () =>
    fc.assert(
      fc.property(tampered, ({ events, index, how }) => {
        const copied = events.toSpliced(index, 0, events[how % events.length]!);
        expect(find(copied, headOf(events))).toBeDefined();
        const { hash: _, previousHash, ...draft } = events[index]!;
        const linked = chain({ ...draft, by: { ...draft.by, id: 'forger' } }, previousHash, digest);
        expect(find(events.with(index, linked), headOf(events))).toBeDefined();
        expect(find(events.toSpliced(index, 0, linked), headOf(events))).toBeDefined();
        expect(find([...events, linked], headOf(events))).toBeDefined();
      }),
    ));

  it('shows two events that changed places', () =>
    fc.assert(
      fc.property(tampered, ({ events, index, how }) => {
        const other = how % events.length;
        fc.pre(other !== index);
        const swapped = events.with(index, events[other]!).with(other, events[index]!);
        expect(find(swapped, headOf(events))).toBeDefined();
      }),
    ));

  it('shows a history that was written anew from some event on', () =>
    fc.assert(
      fc.property(tampered, ({ events, index }) => {
        const forged: CaseEvent[] = [];
        for (const [one, { hash: _, previousHash: __, ...draft }] of events.entries()) {
          const by = one < index ? draft.by : { ...draft.by, id: 'forger' };
          forged.push(chain({ ...draft, by }, forged.at(-1)?.hash ?? null, digest));
        }
        expect(find(forged, headOf(forged))).toBeUndefined();
        expect(find(forged, headOf(events))).toEqual({
          version: events.length,
          fault: 'BROKEN_LINK',
        });
      }),
    ));
});

describe('the fault', () => {
  const histories = fc.sample(aHistory(20), { numRuns: 20, seed: 1022 });
  const history = histories.find(({ events }) => events.length > 1)!.events;
  const head = headOf(history);

  it('is WRONG_HASH where the words changed', () =>
    expect(find(history.with(0, { ...history[0]!, at: '2020-03-05T02:00:00.000Z' }), head)).toEqual(
      {
        version: 1,
        fault: 'WRONG_HASH',
      },
    ));

  it('is BROKEN_LINK where the event before is another', () => {
    const { hash: _, previousHash, ...draft } = history[0]!;
    const other = chain({ ...draft, requestHash: 'other' }, previousHash, digest);
    expect(find(history.with(0, other), head)).toEqual({ version: 2, fault: 'BROKEN_LINK' });
  });

  it('is GAP where a version is missing, and of an empty history', () => {
    expect(find(history.slice(1), head)).toEqual({ version: 2, fault: 'GAP' });
    expect(find([], head)).toEqual({ version: 1, fault: 'GAP' });
  });
});
