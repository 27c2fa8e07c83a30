import { describe, expect, it } from 'vitest';
import { AreaCode } from '../../shared/domain/area.ts';
import { JurisdictionId } from '../../shared/domain/case.ts';
import { likeness } from '../../shared/domain/text/likeness.ts';
import { at, jurisdictionId } from '../support/case-builder.ts';
import { agent } from '../support/case-story.ts';
import { type CasePorts, StoredStory } from './case-ports.ts';

const LAI_THIEU = AreaCode.parse('25966');
const elsewhere = JurisdictionId.parse('dong-nai');

/** What every CasePlaces promises. */
export function casePlacesContract(name: string, empty: () => Promise<CasePorts>): void {
  describe(`cases by place ${name}`, () => {
    const near = ({ places }: CasePorts, areaCode: AreaCode | null, since = '2020-03-01 00:00') =>
      places.near({ jurisdictionId, areaCode, since: at(since), limit: 3 });
    const ids = (rows: readonly { readonly caseId: string }[]) => rows.map(({ caseId }) => caseId);
    const told = ({ cases }: CasePorts, number: number, areaCode: AreaCode | null = LAI_THIEU) =>
      StoredStory.begin(cases, {
        number,
        at: `2020-03-0${number} 09:00`,
        matter: { areaCode },
      });

    it('are those received there since, newest first, as many as were asked for', async () => {
      const ports = await empty();
      const stories = [];
      for (const number of [2, 1, 4, 3, 5]) stories.push(await told(ports, number));
      const byNumber = [...stories].sort((a, b) =>
        a.current.receivedAt < b.current.receivedAt ? 1 : -1,
      );
      const expected = byNumber.map(({ current }) => current.caseId);
      expect(ids(await near(ports, LAI_THIEU))).toEqual(expected.slice(0, 3));
      expect(ids(await near(ports, LAI_THIEU, '2020-03-05 09:00'))).toEqual(expected.slice(0, 1));
      expect(await near(ports, AreaCode.parse('25741'))).toEqual([]);
      const question = { areaCode: LAI_THIEU, since: at('2020-03-01 00:00'), limit: 3 };
      expect(await ports.places.near({ jurisdictionId: elsewhere, ...question })).toEqual([]);
    });

    it('are those received in a time, oldest first, page by page', async () => {
      const ports = await empty();
      for (const areaCode of [LAI_THIEU, null]) {
        const numbers = areaCode === null ? [6, 7, 8, 9] : [1, 2, 3, 4, 5];
        const stories = await Promise.all(numbers.map((number) => told(ports, number, areaCode)));
        const expected = stories.map(({ current }) => current.caseId);
        const received = async (from: string, until: string, limit = 2) => {
          const found: string[] = [];
          let after: string | undefined;
          do {
            const span = { from: at(from), until: at(until) };
            const question = { jurisdictionId, areaCode, limit, after, ...span };
            const page = await ports.places.received(question);
            expect(page.cases.length).toBeLessThanOrEqual(limit);
            found.push(...ids(page.cases));
            after = page.next;
          } while (after !== undefined);
          return found;
        };
        expect(await received('2020-03-01 00:00', '2020-03-10 00:00')).toEqual(expected);
        expect(await received('2020-03-01 00:00', '2020-03-10 00:00', 1)).toEqual(expected);
        const second = `2020-03-0${numbers[1]} 09:00`;
        const last = `2020-03-0${numbers.at(-1)} 09:00`;
        expect(await received(second, last)).toEqual(expected.slice(1, -1));
      }
    });

    it('carry the fingerprint of their words through every change', async () => {
      const ports = await empty();
      const story = await told(ports, 1);
      const [first] = await near(ports, LAI_THIEU);
      await story.does('note', { by: agent, at: '2020-03-05 10:00', with: {}, text: 'Gọi lại.' });
      const [later] = await near(ports, LAI_THIEU);
      expect(later).toEqual(first);
      const bytes = Buffer.from(first?.likeness ?? '', 'base64url');
      expect(likeness(bytes, bytes)).toBe(1);
    });

    it('move when their place is found, and those without one are found too', async () => {
      const ports = await empty();
      const stories = await Promise.all([1, 2, 3].map((number) => told(ports, number, null)));
      const [first, second, third] = stories.map(({ current }) => current.caseId);
      expect(ids(await near(ports, null))).toEqual([third, second, first]);
      const where = { areaCode: LAI_THIEU };
      await stories[1]!.does('classify', { by: agent, at: '2020-03-05 10:00', with: where });
      expect(ids(await near(ports, null))).toEqual([third, first]);
      expect(ids(await near(ports, LAI_THIEU))).toEqual([second]);
    });

    it('lie with the case that they are a duplicate of, until they are taken apart', async () => {
      const ports = await empty();
      const [incident, ...others] = await Promise.all([1, 2, 3, 4].map((n) => told(ports, n)));
      const of = incident!.current.caseId;
      for (const story of others) {
        await story.does('merge', { by: agent, at: '2020-03-05 10:00', with: { into: of } });
      }
      const [second, third, fourth] = others.map(({ current }) => current.caseId);
      const followers = (after?: string) =>
        ports.places.followers({ jurisdictionId, of, limit: 2, after });
      expect(ids(await near(ports, LAI_THIEU))).toEqual([of]);
      const page = await followers();
      expect(ids(page.followers)).toEqual([fourth, third]);
      expect(ids((await followers(page.next)).followers)).toEqual([second]);
      expect(await ports.places.countFollowers({ jurisdictionId, of })).toBe(3);
      expect(await ports.places.countFollowers({ jurisdictionId, of, upTo: 2 })).toBe(2);
      await others[1]!.does('unmerge', { by: agent, at: '2020-03-05 11:00', with: {} });
      expect(await ports.places.countFollowers({ jurisdictionId, of })).toBe(2);
      expect(ids(await near(ports, LAI_THIEU))).toEqual([third, of]);
    });
  });
}
