import { describe, expect, it } from 'vitest';
import type { CaseStatus } from '../../shared/domain/case.ts';
import { DepartmentCode } from '../../shared/domain/department.ts';
import type { WorklistOwner, WorklistQuestion } from '../../shared/ports/worklists.ts';
import { anActor, at, jurisdictionId } from '../support/case-builder.ts';
import { LONG_SUMMARY } from '../support/case-changes.ts';
import { agent } from '../support/case-story.ts';
import { aRoutedStory, type CasePorts, officer, StoredStory, supporting } from './case-ports.ts';

const ThuanAn = DepartmentCode.parse('TA');
const Transport = DepartmentCode.parse('SGTVT');

/** What every Worklists promises of the cases in its store. */
export function worklistsContract(name: string, empty: () => Promise<CasePorts>): void {
  /** Lists of a store, asked in few words. */
  async function setup() {
    const ports = await empty();
    const page = (owner: WorklistOwner, status: CaseStatus, more: Partial<WorklistQuestion> = {}) =>
      ports.worklists.list({ jurisdictionId, owner, status, limit: 25, ...more });
    const ids = async (...question: Parameters<typeof page>) =>
      (await page(...question)).rows.map(({ caseId }) => caseId);
    return { ...ports, page, ids };
  }

  describe(`worklists ${name}`, () => {
    describe('of the desk', () => {
      it('shows a new case with what a row shows', async () => {
        const { cases, page } = await setup();
        const { current } = await StoredStory.begin(cases, { number: 1 });
        const { caseId, trackingCode } = current;
        expect(await page('desk', 'received')).toEqual({
          rows: [
            {
              caseId,
              trackingCode,
              version: 1,
              status: 'received',
              class: 'field_report',
              serviceCode: 'road-damage',
              areaCode: '25966',
              channel: 'phone',
              priority: 'normal',
              receivedAt: at('2020-03-05 09:00'),
              clockStartedAt: at('2020-03-05 09:00'),
              waiting: [],
              summary: LONG_SUMMARY,
              dueAt: at('2020-03-05 09:05'),
              atRiskAt: at('2020-03-05 09:04'),
              as: 'lead',
              partStatus: null,
            },
          ],
          next: undefined,
        });
      });

      it('shows a case of which nothing is known yet', async () => {
        const { cases, page } = await setup();
        const matter = { serviceCode: null, areaCode: null, class: null, summary: null };
        await StoredStory.begin(cases, { number: 1, matter });
        expect((await page('desk', 'received')).rows).toMatchObject([matter]);
      });

      it('puts the most urgent first', async () => {
        const { cases, ids } = await setup();
        const times = ['2020-03-05 10:00', '2020-03-05 08:00', '2020-03-05 09:00'];
        const stories = await Promise.all(
          times.map((time, number) => StoredStory.begin(cases, { number, at: time })),
        );
        const [ten, eight, nine] = stories.map(({ current }) => current.caseId);
        expect(await ids('desk', 'received')).toEqual([eight, nine, ten]);
      });

      it('has a case back when its department returns it, until it is routed again', async () => {
        const { cases, ids, page } = await setup();
        const story = await aRoutedStory(cases, { number: 1, parts: [] });
        const { caseId } = story.current;
        expect(await ids('desk', 'received')).toEqual([]);
        expect(await ids(ThuanAn, 'routed')).toEqual([caseId]);

        const reason = { reason: 'wrong_department' } as const;
        await story.does('return', { by: officer, at: '2020-03-05 10:00', with: reason });
        expect(await ids(ThuanAn, 'routed')).toEqual([]);
        expect((await page('desk', 'received')).rows).toMatchObject([
          { caseId, version: 3, dueAt: at('2020-03-05 10:05') },
        ]);
      });

      it('has what it answered itself until the citizen may no longer judge it', async () => {
        const { cases, page } = await setup();
        const story = await StoredStory.begin(cases, { number: 1 });
        await story.does('answer', { by: agent, at: '2020-03-05 09:04', with: {}, text: 'Đã có.' });
        expect((await page('desk', 'answered')).rows).toMatchObject([
          { caseId: story.current.caseId, dueAt: at('2020-03-19 09:04') },
        ]);
      });
    });

    describe('of a department', () => {
      it('follows its case from status to status and drops it when it is closed', async () => {
        const { cases, page } = await setup();
        const story = await aRoutedStory(cases, { number: 1, parts: [] });
        const { caseId, answerDueAt } = story.current;
        const shown = async (status: CaseStatus) =>
          (await page(ThuanAn, status)).rows.map(({ dueAt, version }) => ({ dueAt, version }));
        expect(await shown('routed')).toEqual([{ dueAt: answerDueAt, version: 2 }]);

        await story.does('accept', { by: officer, at: '2020-03-05 09:30', with: {} });
        expect(await shown('routed')).toEqual([]);
        expect(await shown('in_progress')).toEqual([{ dueAt: answerDueAt, version: 3 }]);

        await story.does('ask-citizen', { by: officer, at: '2020-03-05 10:00', with: {} });
        expect(await shown('awaiting_citizen')).toEqual([{ dueAt: answerDueAt, version: 4 }]);

        await story.does('resume', { by: agent, at: '2020-03-05 11:00', with: {} });
        const moved = story.current.answerDueAt;
        expect(await shown('in_progress')).toEqual([{ dueAt: moved, version: 5 }]);

        const answer = { by: officer, at: '2020-03-06 09:00', with: {}, text: 'Đã vá đường.' };
        await story.does('answer', answer);
        expect(await shown('answered')).toEqual([{ dueAt: at('2020-03-20 09:00'), version: 6 }]);

        const judgement = { round: 1, judgement: 'satisfied' } as const;
        await story.does('rate', { by: agent, at: '2020-03-07 09:00', with: judgement });
        for (const status of ['answered', 'closed'] as const) {
          expect(await shown(status)).toEqual([]);
        }
        expect((await page('desk', 'closed')).rows).toEqual([]);
        expect(caseId).toBe(story.current.caseId);
      });

      it('shows a newly classified case as what it is now', async () => {
        const { cases, page } = await setup();
        const story = await aRoutedStory(cases, { number: 1 });
        const better = { serviceCode: 'street-light', summary: 'Đèn đường hỏng.' };
        const with_ = { ...better, priority: 'urgent' } as const;
        await story.does('classify', { by: agent, at: '2020-03-05 09:10', with: with_ });
        const shown = { ...better, priority: 'urgent' };
        expect((await page(ThuanAn, 'routed')).rows).toMatchObject([{ ...shown, version: 3 }]);
        expect((await page(Transport, 'in_progress')).rows).toMatchObject([shown]);
      });

      it('is nobody else’s', async () => {
        const { cases, ids } = await setup();
        await aRoutedStory(cases, { number: 1, parts: [] });
        expect(await ids(Transport, 'routed')).toEqual([]);
        expect(await ids('desk', 'routed')).toEqual([]);
      });
    });

    describe('of a supporting department', () => {
      it('shows the part as work while it is owed, and with the answers once it is given', async () => {
        const { cases, page } = await setup();
        const story = await aRoutedStory(cases, { number: 1 });
        const { caseId, parts } = story.current;
        const part = { caseId, as: 'supporting', dueAt: parts[0]!.dueAt };
        expect((await page(Transport, 'in_progress')).rows).toMatchObject([
          { ...part, status: 'in_progress', partStatus: 'open' },
        ]);

        const given = { by: supporting, at: '2020-03-05 14:00', with: {}, text: 'Thuộc Thuận An.' };
        await story.does('answer-part', given);
        expect((await page(Transport, 'in_progress')).rows).toEqual([]);
        expect((await page(Transport, 'answered')).rows).toMatchObject([
          { ...part, status: 'answered', partStatus: 'answered' },
        ]);
        expect((await page(ThuanAn, 'routed')).rows).toMatchObject([
          { caseId, as: 'lead', partStatus: null, version: 3 },
        ]);
      });

      it('moves the part with the deadline when the citizen has answered', async () => {
        const { cases, page } = await setup();
        const story = await aRoutedStory(cases, { number: 1 });
        await story.does('accept', { by: officer, at: '2020-03-05 09:30', with: {} });
        await story.does('ask-citizen', { by: officer, at: '2020-03-05 10:00', with: {} });
        const before = story.current.parts[0]!.dueAt;
        await story.does('resume', { by: agent, at: '2020-03-09 10:00', with: {} });
        const { dueAt } = story.current.parts[0]!;
        expect(dueAt > before).toBe(true);
        expect((await page(Transport, 'in_progress')).rows).toMatchObject([{ dueAt }]);
      });

      it('shows since when the citizen is asked, as its lead’s does, and the origin of a new clock', async () => {
        const { cases, page } = await setup();
        const story = await aRoutedStory(cases, { number: 1 });
        const lists = async () => [
          (await page(ThuanAn, story.current.status)).rows[0],
          (await page(Transport, 'in_progress')).rows[0],
        ];
        await story.does('accept', { by: officer, at: '2020-03-05 09:30', with: {} });
        await story.does('ask-citizen', { by: officer, at: '2020-03-05 10:00', with: {} });
        const asked = { from: at('2020-03-05 10:00'), until: null as string | null };
        for (const row of await lists()) expect(row).toMatchObject({ waiting: [asked] });

        await story.does('resume', { by: agent, at: '2020-03-09 10:00', with: {} });
        const waited = [{ ...asked, until: at('2020-03-09 10:00') }];
        const clockStartedAt = at('2020-03-05 09:00');
        for (const row of await lists()) {
          expect(row).toMatchObject({ waiting: waited, clockStartedAt });
        }

        await story.does('answer-part', { by: supporting, at: '2020-03-09 14:00', with: {} });
        await story.does('answer', { by: officer, at: '2020-03-09 15:00', with: {} });
        await story.does('reopen', { by: anActor('manager'), at: '2020-03-10 09:00', with: {} });
        for (const row of await lists()) {
          expect(row).toMatchObject({ clockStartedAt: at('2020-03-10 09:00') });
        }
      });

      it('drops the part when it is released, routed elsewhere, or the case is closed', async () => {
        const { cases, ids } = await setup();
        const released = await aRoutedStory(cases, { number: 1 });
        await released.does('accept', { by: officer, at: '2020-03-05 09:30', with: {} });
        const answer = { releasedParts: ['SGTVT'] };
        await released.does('answer', { by: officer, at: '2020-03-05 15:00', with: answer });
        const elsewhere = await aRoutedStory(cases, { number: 2 });
        const route = { lead: 'TA', supporting: ['STNMT'] };
        await elsewhere.does('route', { by: agent, at: '2020-03-05 10:00', with: route });
        const closed = await aRoutedStory(cases, { number: 3 });
        await closed.does('answer-part', { by: supporting, at: '2020-03-05 14:00', with: {} });
        await closed.does('withdraw', { by: agent, at: '2020-03-05 15:00', with: {} });

        expect(await ids(Transport, 'in_progress')).toEqual([]);
        expect(await ids(Transport, 'answered')).toEqual([]);
        expect(await ids(DepartmentCode.parse('STNMT'), 'in_progress')).toEqual([
          elsewhere.current.caseId,
        ]);
      });

      it('lists parts and own cases together, most urgent first', async () => {
        const { cases, page } = await setup();
        const own = await StoredStory.begin(cases, { number: 1 });
        await own.does('route', { by: agent, at: '2020-03-05 09:02', with: { lead: 'SGTVT' } });
        await own.does('accept', { by: supporting, at: '2020-03-05 09:30', with: {} });
        const part = await aRoutedStory(cases, { number: 2 });
        const { rows } = await page(Transport, 'in_progress');
        expect(rows.map(({ caseId, as }) => ({ caseId, as }))).toEqual([
          { caseId: part.current.caseId, as: 'supporting' },
          { caseId: own.current.caseId, as: 'lead' },
        ]);
      });
    });

    describe('pages', () => {
      const minutes = ['00', '01', '01', '02', '03', '04', '05'];
      const sevenCases = ({ cases }: CasePorts) =>
        Promise.all(
          minutes.map((minute, number) =>
            StoredStory.begin(cases, { number, at: `2020-03-05 09:${minute}` }),
          ),
        );

      it('show every row once, in order, and end when there is no more', async () => {
        const ports = await setup();
        await sevenCases(ports);
        const whole = await ports.ids('desk', 'received');
        expect(whole).toHaveLength(7);
        const seen: string[] = [];
        let after: string | undefined;
        const sizes: number[] = [];
        do {
          const page = await ports.page('desk', 'received', { limit: 3, after });
          seen.push(...page.rows.map(({ caseId }) => caseId));
          sizes.push(page.rows.length);
          after = page.next;
        } while (after !== undefined);
        expect(seen).toEqual(whole);
        expect(sizes).toEqual([3, 3, 1]);
      });

      it('that hold the last row are the last, even when they are full', async () => {
        const ports = await setup();
        await sevenCases(ports);
        const full = await ports.page('desk', 'received', { limit: 7 });
        expect(full.rows).toHaveLength(7);
        expect(full.next).toBeUndefined();
      });

      it('go on from the same place when rows before it are gone', async () => {
        const ports = await setup();
        const stories = await sevenCases(ports);
        const first = await ports.page('desk', 'received', { limit: 3 });
        const rest = (await ports.ids('desk', 'received')).slice(3);
        for (const { caseId } of first.rows) {
          const gone = stories.find(({ current }) => current.caseId === caseId)!;
          await gone.does('reject', { by: agent, at: '2020-03-05 10:00', with: {} });
        }
        expect(await ports.ids('desk', 'received', { after: first.next })).toEqual(rest);
      });

      it('may be of what is due before an instant only', async () => {
        const ports = await setup();
        await sevenCases(ports);
        const dueBefore = at('2020-03-05 09:07');
        const { rows, next } = await ports.page('desk', 'received', { dueBefore });
        expect(rows.map(({ dueAt }) => dueAt)).toEqual([
          at('2020-03-05 09:05'),
          at('2020-03-05 09:06'),
          at('2020-03-05 09:06'),
        ]);
        expect(next).toBeUndefined();
        const later = await ports.page('desk', 'received', { limit: 5 });
        expect(await ports.ids('desk', 'received', { after: later.next, dueBefore })).toEqual([]);
      });
    });
  });
}
