import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../local/client/session.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { people } from '../support/life-of-a-case.ts';

let hotline: Hotline;
beforeAll(async () => {
  hotline = await startHotline();
});
afterAll(() => hotline.close());

const call = (...args: Parameters<Hotline['call']>) => hotline.call(...args);
const read = (path: string, as: string, ifNoneMatch?: string) =>
  call({ method: 'GET', path, as, ifNoneMatch });
const tagOf = ({ headers }: Answer): string => headers.get('etag') ?? '';

/** A Monday in the province; the clock goes on from there. */
const from = (time: string) => hotline.host.clock.set(Date.parse(`2026-11-30T${time}+07:00`));
const QUEUE = '/v1/desk/cases';
const FIGURES = '/v1/statistics/headline?from=2026-11-30&to=2026-11-30&by=class';

describe('a screen that asks again', () => {
  it('is told that nothing has changed until something has', async () => {
    from('09:00:00');
    const { log, desk } = people(call);
    const logged = await log();
    from('09:00:20');
    const first = await read(QUEUE, 'lan');
    expect(tagOf(first)).toMatch(/^W\/"/);

    from('09:00:25');
    const again = await read(QUEUE, 'lan', tagOf(first));
    expect(again).toMatchObject({ status: 304, body: undefined });
    expect(tagOf(again)).toBe(tagOf(first));

    from('09:01:25');
    const aMinuteLater = await read(QUEUE, 'lan', tagOf(first));
    expect(aMinuteLater).toMatchObject({ status: 200, body: { cases: [{ state: 'on_track' }] } });

    await desk(logged, 'route');
    const gone = await read(QUEUE, 'lan', tagOf(aMinuteLater));
    expect(gone).toMatchObject({ status: 200, body: { cases: [] } });
  });

  it('keeps a case for as long as its version holds', async () => {
    const { log, desk } = people(call);
    const logged = await log();
    const path = `/v1/desk/cases/${logged.caseId}`;
    const first = await read(path, 'lan');
    expect(tagOf(first)).toBe('"1"');
    expect((await read(path, 'lan', '"1"')).status).toBe(304);
    await desk(logged, 'note', { text: 'Đã gọi lại.' });
    const changed = await read(path, 'lan', '"1"');
    expect(changed).toMatchObject({ status: 200, body: { case: { version: 2 } } });
    expect(tagOf(changed)).toBe('"2"');
  });

  it('keeps figures until one of them moves, whenever they were read', async () => {
    await hotline.settled();
    const first = await read(FIGURES, 'quang');
    from('09:30:00');
    expect((await read(FIGURES, 'quang', tagOf(first))).status).toBe(304);
    await people(call).log();
    await hotline.settled();
    expect((await read(FIGURES, 'quang', tagOf(first))).status).toBe(200);
  });

  it('learns from the numbers of an inbox that a row in it has changed', async () => {
    const COUNTS = '/v1/department/inbox/counts';
    const { log, desk, department } = people(call);
    const routed = await desk(await log(), 'route');
    const first = await read(COUNTS, 'officer.ta');
    expect(first).toMatchObject({ status: 200, body: { complete: true } });
    const { counts } = first.body as { counts: { new: number; in_work: number } };
    expect((await read(COUNTS, 'officer.ta', tagOf(first))).status).toBe(304);

    await department('officer.ta', routed, 'accept');
    const second = await read(COUNTS, 'officer.ta', tagOf(first));
    expect(second.body).toMatchObject({
      counts: { new: counts.new - 1, in_work: counts.in_work + 1 },
    });
    const list = (name: string) =>
      read(`/v1/department/cases?list=${name}&words=${routed.trackingCode}`, 'officer.ta');
    expect((await list('in_work')).body).toMatchObject({ cases: [{ caseId: routed.caseId }] });
    expect((await list('new')).body).toEqual({ cases: [], next: null });
    expect((await read(COUNTS, 'quang')).status).toBe(403);
  });

  it('is refused as ever when it may not read', async () => {
    expect((await read(QUEUE, 'officer.ta', '*')).status).toBe(403);
    expect((await read('/v1/desk/cases/aaaaaaaaaaaaaaaaaaaaaaaaaa', 'lan', '*')).status).toBe(404);
  });

  it('may be a citizen, or somebody who reads the description of the API', async () => {
    const { trackingCode } = await people(call).log();
    for (const path of [`/v1/citizen/cases/${trackingCode}`, '/openapi.json']) {
      const first = await call({ method: 'GET', path });
      const again = await call({ method: 'GET', path, ifNoneMatch: tagOf(first) });
      expect([first.status, again.status], path).toEqual([200, 304]);
    }
  });
});
