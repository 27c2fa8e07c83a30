import { describe, expect, it } from 'vitest';
import { aRoutedStory, inMemory, officer, supporting } from '../../test/contract/case-ports.ts';
import { at, jurisdiction, jurisdictionId } from '../../test/support/case-builder.ts';
import { digest } from '../adapters/system/digest.ts';
import { fingerprintsFrom } from '../adapters/system/hashed-fingerprints.ts';
import { DepartmentCode } from '../domain/department.ts';
import { INBOX_LISTS, type InboxList } from '../domain/inbox.ts';
import { createCountInbox } from './count-inbox.ts';
import { createListInbox, type InboxQuestion } from './list-inbox.ts';

const owner = DepartmentCode.parse('TA');
const ALL_AT_ONCE = 500;

async function setup(local = '2020-03-06 09:00') {
  const { cases, worklists } = await inMemory();
  let now = local;
  const ports = {
    worklists,
    clock: { now: () => new Date(at(now)) },
    jurisdiction,
    digest,
    fingerprints: fingerprintsFrom('the pepper of tests, which is long enough'),
  };
  const listInbox = createListInbox(ports);
  const countInbox = createCountInbox(ports);
  const page = async (asked: Partial<InboxQuestion>) => {
    const found = await listInbox({
      jurisdictionId,
      owner,
      list: { name: 'new' },
      limit: ALL_AT_ONCE,
      ...asked,
    });
    if (!found.ok) throw new Error(found.error.code);
    return found.value;
  };
  /** Every page of a list, one after the other. */
  const walk = async (asked: Partial<InboxQuestion>) => {
    const rows = [];
    let cursor: string | null = null;
    do {
      const found: Awaited<ReturnType<typeof page>> = await page({
        ...asked,
        ...(cursor !== null && { cursor }),
      });
      rows.push(...found.rows);
      cursor = found.next;
    } while (cursor !== null);
    return rows;
  };
  return {
    cases,
    walk,
    listInbox,
    count: (of = owner) => countInbox({ jurisdictionId, owner: of }),
    until: (later: string) => (now = later),
  };
}

const codesOf = (rows: readonly { readonly trackingCode: string }[]) =>
  rows.map(({ trackingCode }) => trackingCode);

/** Seven new cases, five in work, two of them asked about, one answered; received minutes apart. */
async function aBusyInbox({ cases }: Awaited<ReturnType<typeof setup>>) {
  for (let number = 1; number <= 13; number += 1) {
    const received = `2020-03-05 08:${String(number + 10)}`;
    const priority = number % 2 === 0 ? 'urgent' : 'normal';
    const story = await aRoutedStory(cases, { number, at: received, matter: { priority } });
    if (number <= 7) continue;
    await story.does('accept', { by: officer, at: '2020-03-05 09:30', with: {} });
    if (number > 10 && number < 13)
      await story.does('ask-citizen', { by: officer, at: '2020-03-05 10:00', with: {} });
    if (number === 13)
      await story.does('answer', {
        by: officer,
        at: '2020-03-05 10:00',
        with: { releasedParts: [supporting.department!] },
      });
  }
}

describe('an inbox', () => {
  it('counts each case in one list, and again where its clock comes near or has passed', async () => {
    const inbox = await setup();
    await aBusyInbox(inbox);
    const { counts, complete } = await inbox.count();
    expect(counts).toEqual({ new: 7, in_work: 3, waiting: 2, at_risk: 0, late: 0, answered: 1 });
    expect(complete).toBe(true);
    inbox.until('2020-06-01 09:00');
    expect((await inbox.count()).counts).toMatchObject({
      new: 7,
      in_work: 3,
      waiting: 2,
      late: 10,
    });
  });

  it.each(['2020-03-06 09:00', '2020-03-12 16:00', '2020-03-13 10:00', '2020-06-01 09:00'])(
    'shows as many rows as it counts, each once, by deadline: at %s',
    async (local) => {
      const inbox = await setup(local);
      await aBusyInbox(inbox);
      const { counts } = await inbox.count();
      for (const name of INBOX_LISTS) {
        for (const limit of [1, 2, 5, ALL_AT_ONCE]) {
          const rows = await inbox.walk({ list: { name }, limit });
          const told = `${name}, ${limit} at a time`;
          expect(new Set(codesOf(rows)).size, told).toBe(counts[name]);
          expect(rows, told).toHaveLength(counts[name]);
          const dues = rows.map(({ dueAt }) => dueAt);
          expect(dues, told).toEqual([...dues].sort());
        }
      }
    },
  );

  it('has a part with the work, and with what waits while the citizen is asked', async () => {
    const inbox = await setup();
    await aBusyInbox(inbox);
    const { counts } = await inbox.count(supporting.department!);
    expect(counts).toMatchObject({ new: 0, in_work: 10, waiting: 2 });
    const waiting = await inbox.walk({
      owner: supporting.department!,
      list: { name: 'waiting' },
    });
    expect(waiting.map(({ as, status }) => [as, status])).toEqual([
      ['supporting', 'in_progress'],
      ['supporting', 'in_progress'],
    ]);
  });

  it('is narrowed down without losing a row to its pages', async () => {
    const inbox = await setup();
    await aBusyInbox(inbox);
    const all = await inbox.walk({});
    const urgent = all.filter(({ priority }) => priority === 'urgent');
    expect(urgent).toHaveLength(3);
    for (const limit of [1, 2, ALL_AT_ONCE]) {
      const found = await inbox.walk({ priority: 'urgent', limit });
      expect(codesOf(found)).toEqual(codesOf(urgent));
    }
    expect(await inbox.walk({ words: all[4]!.trackingCode })).toMatchObject([
      { caseId: all[4]!.caseId },
    ]);
  });

  it('lists everything under a status for machines', async () => {
    const inbox = await setup('2020-06-01 09:00');
    await aBusyInbox(inbox);
    const rows = await inbox.walk({ list: { status: 'in_progress' }, limit: 2 });
    expect(rows).toHaveLength(3);
  });

  it('has another fingerprint whenever a row has changed, and the same until then', async () => {
    const inbox = await setup();
    const story = await aRoutedStory(inbox.cases, { number: 1 });
    const first = await inbox.count();
    inbox.until('2020-03-06 09:01');
    expect(await inbox.count()).toEqual(first);
    await story.does('note', { by: officer, at: '2020-03-06 09:01', with: {}, text: 'Đã gọi.' });
    const second = await inbox.count();
    expect(second.counts).toEqual(first.counts);
    expect(second.fingerprint).not.toBe(first.fingerprint);
  });

  it('refuses a cursor of another department', async () => {
    const inbox = await setup();
    await aBusyInbox(inbox);
    const name: InboxList = 'new';
    const question = { jurisdictionId, list: { name }, limit: 2 };
    const mine = await inbox.listInbox({ ...question, owner });
    const cursor = mine.ok ? (mine.value.next ?? '') : '';
    expect(cursor).not.toBe('');
    const theirs = await inbox.listInbox({ ...question, owner: supporting.department!, cursor });
    expect(theirs).toEqual({ ok: false, error: { code: 'CURSOR_INVALID' } });
  });
});
