import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { ActivityBody } from '../../shared/contracts/statistics-activity.ts';
import { ReturnsBody, RoutingBody } from '../../shared/contracts/statistics-routing.ts';
import { DeadlinesBody, HeadlineBody, TimesBody } from '../../shared/contracts/statistics.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { aCall, people } from '../support/life-of-a-case.ts';
import { readDocx, readPdf } from '../support/read-documents.ts';
import { reportTables } from '../support/report-tables.ts';

let hotline: Hotline;
let tables: ReadonlyMap<string, readonly string[][]>;
let text: string;
const DAYS = 'from=2026-10-01&to=2026-10-31';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** October 2026: reports of a place, one returned, one answered and judged, and a procedure without a place. In November it is whole. */
beforeAll(async () => {
  hotline = await startHotline();
  hotline.host.clock.set(Date.parse('2026-10-06T09:00:00+07:00'));
  const { log, desk, department } = people((call) => hotline.call(call));
  await log();
  const toTa = await desk(await log(), 'route', { lead: 'TA', supporting: [] });
  const accepted = await department('officer.ta', toTa, 'accept');
  const { trackingCode } = await department('officer.ta', accepted, 'answer', { text: 'Đã vá.' });
  await hotline.call({
    method: 'POST',
    path: `/v1/citizen/cases/${trackingCode}/rate`,
    body: { round: 1, judgement: 'satisfied' },
  });
  const wrong = await desk(await log(), 'route', { lead: 'TA', supporting: [] });
  const reason = { reason: 'wrong_department', text: 'Đường do Sở quản lý.' };
  const back = await department('officer.ta', wrong, 'return', reason);
  await desk(back, 'route', { lead: 'SGTVT', supporting: [] });
  await log(aCall({ serviceCode: 'proc-land', areaCode: undefined, channel: 'zalo' }));
  hotline.host.clock.set(Date.parse('2026-11-02T14:05:00+07:00'));
  await hotline.settled();
  const answer = await fetchReport('month=2026-10&format=docx');
  const document = readDocx(answer.bytes);
  tables = reportTables(document);
  text = document.text;
});
afterAll(() => hotline.close());

async function fetchReport(query: string, as = 'quang') {
  const path = `/v1/statistics/monthly-report?${query}`;
  const headers = { authorization: `Bearer ${await hotline.session.token(as)}` };
  const answer = await fetch(new URL(path, hotline.session.url), { headers });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { status: answer.status, headers: answer.headers, bytes };
}

async function ask<S extends z.ZodType>(schema: S, path: string): Promise<z.infer<S>> {
  const answer = await hotline.call({ method: 'GET', path: `/v1/statistics/${path}`, as: 'quang' });
  return schema.parse(answer.body);
}

const count = (value: number): string => value.toLocaleString('vi-VN');
const rate = (value: number | null): string =>
  value === null
    ? '–'
    : `${(value * 100).toLocaleString('vi-VN', { minimumFractionDigits: 1, maximumFractionDigits: 1 })}%`;
const decimal = new Intl.NumberFormat('vi-VN', {
  ...{ minimumFractionDigits: 1, maximumFractionDigits: 1 },
});
function duration(minutes: number | null): string {
  if (minutes === null) return '–';
  if (minutes >= 60) return `${decimal.format(minutes / 60)} giờ`;
  return minutes > 0 && minutes < 0.05 ? '<0,1 phút' : `${decimal.format(minutes)} phút`;
}
const rowOf = (table: string, name: string) =>
  tables
    .get(table)
    ?.find(([first]) => first === name)
    ?.slice(1);

describe('the monthly report', () => {
  it('comes as a Word document under its own name', async () => {
    const { status, headers, bytes } = await fetchReport('month=2026-10&format=docx');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe(WORD);
    expect(headers.get('content-disposition')).toBe(
      'attachment; filename="bao-cao-1022-2026-10.docx"',
    );
    expect(Object.keys(readDocx(bytes).parts)).toContain('word/charts/chart1.xml');
    expect(text).toContain('qua Tổng đài 1022 tháng 10/2026');
    expect(text).toContain('lúc 14 giờ 05 phút ngày 02/11/2026');
  });

  it('comes as a PDF that says the same', async () => {
    const { status, headers, bytes } = await fetchReport('month=2026-10&format=pdf');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toContain('bao-cao-1022-2026-10.pdf');
    const pdf = await readPdf(bytes);
    const squeezed = pdf.text.replaceAll(' ', '');
    for (const cell of [...tables.values()].flat(2))
      expect(squeezed).toContain(cell.replaceAll(/\s/g, ''));
    expect(pdf.alternatives.length).toBeGreaterThanOrEqual(5);
  });

  it.each(['class', 'channel', 'group', 'ward'] as const)(
    'has what the headline says by %s, line by line',
    async (by) => {
      const title = {
        class: 'Vụ việc tiếp nhận theo loại',
        channel: 'Vụ việc tiếp nhận theo kênh',
        group: 'Vụ việc tiếp nhận theo nhóm lĩnh vực',
        ward: 'Vụ việc tiếp nhận theo phường, xã',
      }[by];
      const { rows, total } = await ask(HeadlineBody, `headline?${DAYS}&by=${by}`);
      const own = rows.filter(({ counts }) => counts.received > 0);
      expect(own.length).toBeGreaterThan(1);
      expect(tables.get(title)).toHaveLength(own.length + 1);
      for (const { name, counts } of [...own, { name: 'Tổng', counts: total.counts }])
        expect(rowOf(title, name)?.slice(0, 2)).toEqual([
          count(counts.received),
          rate(counts.received / total.counts.received),
        ]);
    },
  );

  it('has what the headline says of each department, and none of them ranked', async () => {
    const { rows, total } = await ask(HeadlineBody, `headline?${DAYS}&by=department`);
    const own = rows.filter(({ counts }) => counts.forwarded > 0);
    expect(own.map(({ value }) => value).toSorted()).toEqual(['SGTVT', 'TA']);
    for (const { name, counts, satisfaction } of [...own, { ...total, name: 'Tổng' }])
      expect(rowOf('Đánh giá theo đơn vị chủ trì', name)?.slice(0, 5)).toEqual([
        ...[counts.forwarded, counts.answered, counts.judged, counts.satisfactory].map(count),
        `${rate(satisfaction.ofForwarded.rate)} *`,
      ]);
    for (const [figure, name] of [
      ['ofForwarded', 'Tỷ lệ phản hồi đạt yêu cầu'],
      ['ofAnswered', 'Tỷ lệ đạt yêu cầu trên đã trả lời'],
      ['ofJudged', 'Tỷ lệ đạt yêu cầu trên đã đánh giá'],
      ['judgedOfAnswered', 'Tỷ lệ có đánh giá'],
    ] as const) {
      const share = total.satisfaction[figure];
      expect(rowOf('Tỷ lệ đạt yêu cầu theo từng mẫu số', name)).toEqual([
        rate(share.rate),
        `${count(share.numerator)}/${count(share.denominator)}`,
        `${rate(share.low)} – ${rate(share.high)}`,
      ]);
    }
  });

  it('has what the deadlines say, open and overdue counted as failed', async () => {
    const { rows, total } = await ask(DeadlinesBody, `deadlines?${DAYS}&by=department`);
    expect(total.counts.openOverdue).toBeGreaterThan(0);
    const own = rows.filter(({ counts }) => counts.due > 0);
    for (const { name, counts, onTimeRate } of [...own, { ...total, name: 'Tổng' }])
      expect(rowOf('Vụ việc đến hạn trong kỳ, theo đơn vị chủ trì', name)).toEqual([
        ...[counts.due, counts.doneOnTime, counts.doneLate].map(count),
        ...[counts.openWithin, counts.openOverdue].map(count),
        onTimeRate.rate === null ? '–' : `${rate(onTimeRate.rate)} *`,
      ]);
  });

  it('has what times, routing, returns and activity say', async () => {
    const times = await ask(TimesBody, `times?${DAYS}`);
    for (const [measure, name] of [
      ['handOff', 'Thời gian chuyển hoặc trả lời đầu tiên'],
      ['resolution', 'Thời gian giải quyết'],
      ['lost', 'Thời gian mất vì trả lại'],
    ] as const) {
      const { cases, p50, p90, p95 } = times.total[measure];
      expect(rowOf('Phân vị của thời gian', name)).toEqual([
        count(cases),
        ...[p50, p90, p95].map(duration),
      ]);
    }
    const { total: routed } = await ask(RoutingBody, `routing?${DAYS}`);
    const { numerator, denominator } = routed.firstRouting;
    expect(text).toContain(
      `Chuyển đúng đơn vị ngay lần đầu: ${rate(routed.firstRouting.rate)} (${numerator}/${denominator})`,
    );
    const { total: returned } = await ask(ReturnsBody, `returns?${DAYS}`);
    expect(returned.returns).toBe(1);
    expect(text).toContain('tổng cộng 1 lượt trả lại: không thuộc thẩm quyền 1.');
    const { total: done } = await ask(ActivityBody, `activity?${DAYS}`);
    const table = tables.get('Lượt việc diễn ra trong kỳ');
    expect(table?.map(([, number]) => number)).toEqual(
      (['answersGiven', 'judgementsGiven', 'reopenings', 'returnsMade', 'closures'] as const).map(
        (figure) => count(done.counts[figure]),
      ),
    );
  });

  it('is for whoever reads the figures, a department too, and for nobody else', async () => {
    expect((await fetchReport('month=2026-10&format=docx', 'officer.ta')).status).toBe(200);
    const { url } = hotline.session;
    const path = '/v1/statistics/monthly-report?month=2026-10&format=docx';
    expect((await fetch(new URL(path, url))).status).toBe(401);
  });

  it('of a month before the service began says that there was nothing', async () => {
    const { status, bytes } = await fetchReport('month=2019-01&format=docx');
    expect(status).toBe(200);
    expect(readDocx(bytes).text).toContain('Trong kỳ, Tổng đài không tiếp nhận vụ việc nào.');
  });

  it('of a month that goes on says so', async () => {
    const { bytes } = await fetchReport('month=2026-11&format=docx');
    expect(readDocx(bytes).text).toContain('đến hết ngày 02/11/2026');
    expect(readDocx(bytes).text).toContain('Kỳ báo cáo chưa kết thúc');
  });

  it.each([
    ['month=2026-12&format=docx', 422, 'PERIOD_IN_FUTURE'],
    ['month=2018-12&format=pdf', 422, 'CALENDAR_NOT_COVERED'],
    ['month=2026-13&format=docx', 400, 'REQUEST_INVALID'],
    ['month=10/2026&format=docx', 400, 'REQUEST_INVALID'],
    ['month=2026-10&format=odt', 400, 'REQUEST_INVALID'],
    ['month=2026-10', 400, 'REQUEST_INVALID'],
    ['month=2026-10&format=docx&by=agent', 400, 'REQUEST_INVALID'],
  ])('%s is refused: %i %s', async (query, status, code) => {
    const answer = await fetchReport(query);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(JSON.parse(Buffer.from(answer.bytes).toString())).toMatchObject({ code });
  });
});
