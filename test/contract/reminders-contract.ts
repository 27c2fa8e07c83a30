import { describe, expect, it } from 'vitest';
import { SYSTEM } from '../../shared/domain/actor.ts';
import { DepartmentCode } from '../../shared/domain/department.ts';
import type { Audience } from '../../shared/ports/reminders.ts';
import { at, jurisdictionId } from '../support/case-builder.ts';
import { aRoutedStory, type CasePorts, StoredStory } from './case-ports.ts';

const department = DepartmentCode.parse('TA');

/** What every list of reminders keeps. */
export function remindersContract(name: string, empty: () => Promise<CasePorts>): void {
  describe(`reminders ${name}`, () => {
    const alarm = (local: string) => ({ by: SYSTEM, at: local, with: {} });
    const shown = ({ reminders }: CasePorts, audience: Audience, until: string) => {
      const list = (after?: string) =>
        reminders.list({ jurisdictionId, audience, until: at(until), limit: 2, after });
      return { first: () => list(), after: list };
    };

    it('tell what an alarm says, with enough to know the case by', async () => {
      const ports = await empty();
      const story = await aRoutedStory(ports.cases, { number: 1, parts: [] });
      await story.does('raise-alarm', alarm('2020-03-12 14:00'));
      const { caseId, trackingCode, priority, serviceCode, areaCode, summary } = story.current;
      const [first] = await shown(ports, department, '2020-03-12 14:00').first();
      expect(first?.reminder).toEqual({
        caseId,
        trackingCode,
        priority,
        serviceCode,
        areaCode,
        summary,
        clock: 'answer',
        kind: 'at_risk',
        level: 0,
        tell: 'officer',
        dueAt: story.current.answerDueAt,
        tellAt: at('2020-03-12 14:00'),
      });
      expect(await shown(ports, 'agent', '2020-03-12 14:00').first()).toEqual([]);
    });

    it('wait for the working hours of those who are told', async () => {
      const ports = await empty();
      const story = await aRoutedStory(ports.cases, { number: 1, parts: [] });
      await story.does('raise-alarm', alarm('2020-03-12 14:00'));
      await story.does('raise-alarm', alarm('2020-03-12 17:00'));
      const kinds = async (until: string) =>
        (await shown(ports, department, until).first()).map(({ reminder }) => reminder.kind);
      expect(await kinds('2020-03-13 07:29')).toEqual(['at_risk']);
      expect(await kinds('2020-03-13 07:30')).toEqual(['missed', 'at_risk']);
    });

    it('come latest first, page by page', async () => {
      const ports = await empty();
      for (const number of [1, 2, 3]) {
        const story = await StoredStory.begin(ports.cases, { number });
        await story.does('raise-alarm', alarm(`2020-03-05 09:0${3 + number}`));
      }
      const pages = shown(ports, 'agent', '2020-03-05 10:00');
      const first = await pages.first();
      const second = await pages.after(first.at(-1)?.place);
      expect([...first, ...second].map(({ reminder }) => reminder.tellAt)).toEqual([
        at('2020-03-05 09:06'),
        at('2020-03-05 09:05'),
        at('2020-03-05 09:04'),
      ]);
    });
  });
}
