import { readFileSync } from 'node:fs';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATOR } from '../../local/aws/caller.ts';
import { clientAs } from '../../local/aws/test-host.ts';
import { readJudgedTexts } from '../../shared/adapters/system/training-texts.ts';
import { AuditBody } from '../../shared/contracts/administration.ts';
import { DraftProposalBody } from '../../shared/contracts/drafts.ts';
import { ModelsBody } from '../../shared/contracts/models.ts';
import { createTextClassifier } from '../../shared/domain/text/classifier.ts';
import { decodeModel } from '../../shared/domain/text/model.ts';
import { type Hotline, startHotline } from '../support/hotline.ts';
import { aCall, people } from '../support/life-of-a-case.ts';

let hotline: Hotline;
beforeAll(async () => {
  hotline = await startHotline();
  hotline.host.clock.set(Date.parse('2026-11-02T09:00:00+07:00'));
  await hotline.settled();
});
afterAll(() => hotline.close());

const call = (...args: Parameters<Hotline['call']>) => hotline.call(...args);
const ask = (path: string, as = 'tuan') =>
  call({ method: 'GET', path: `/v1/directory/models${path}`, as });
const models = async () => ModelsBody.parse((await ask('')).body);
const modelOfDrafts = async () => {
  const body = { channel: 'phone', description: 'Đèn đường tắt cả tuần nay.' };
  const answer = await call({ method: 'POST', path: '/v1/desk/drafts', as: 'lan', body });
  return DraftProposalBody.parse(answer.body).classification.model;
};

/** Sunday, after the examples are collected (19:00 UTC), and after the classifier is retrained (20:00 UTC). */
async function passSunday(day: string): Promise<void> {
  for (const time of ['19:30', '20:30']) {
    hotline.host.clock.set(Date.parse(`${day}T${time}:00Z`));
    await hotline.settled();
  }
}

/** Some hundred and fifty cases through HTTP, and a training of a quarter of a minute. */
const LEARNING_MS = 300_000;
const AGENTS = ['lan', 'minh', 'huong'];
/** Requests under way at a time. */
const AT_ONCE = 2;

interface Told {
  readonly text: string;
  readonly service: string;
}

/** Cases that agents answered as what they made of them, whatever was proposed. */
async function answered(told: readonly Told[]): Promise<void> {
  const { log, desk } = people(call);
  const rest = [...told.entries()];
  const work = async () => {
    for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
      const [index, { text: description, service: serviceCode }] = next;
      const by = AGENTS[index % AGENTS.length] ?? 'lan';
      const logged = await log(aCall({ description, serviceCode }), by);
      await desk(logged, 'answer', { text: 'Đã ghi nhận và trả lời.' });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

const WHAT = [
  'máy Zuvako',
  'cục Zuvako',
  'cái zuvako',
  'trụ Zuvako',
  'bảng ZUVAKO',
  'đầu zu-va-ko',
];
const DOES = [
  ...['kẹt', 'đen màn', 'nhả chậm', 'không ăn thẻ', 'treo rồi', 'kêu tít tít', 'lỗi hoài'],
  ...['nháy đỏ', 'bấm không lên', 'quẹt ba lần mới được', 'đứng im', 'chạy lúc được lúc không'],
];
const WHEN = ['nữa rồi', 'từ hôm qua', 'hoài luôn', 'Nguyễn Thị Hoa báo'];
const JURISDICTION = 'shared/jurisdictions/binh-duong';
const bundledModel = createTextClassifier(
  decodeModel(readFileSync(`${JURISDICTION}/classifier/model.bin`)),
);
const NEW_MATTER_CASES = 126;
/** A thing of which no text of the project knows, so the machine asks about it; the desk calls it bus service. */
const NEW_MATTER: readonly Told[] = WHEN.flatMap((when) =>
  DOES.flatMap((does) => WHAT.map((what) => `${what} ${does} ${when}`.trim())),
)
  .filter((text) =>
    [text, text.replace('Nguyễn Thị Hoa', '')].every((one) => bundledModel(one).askPerson),
  )
  .slice(-NEW_MATTER_CASES)
  .map((text) => ({ text, service: 'bus-service' }));
const usual: readonly Told[] = readJudgedTexts(`${JURISDICTION}/texts/calibrate`);
/** Every second one called what its neighbour is. */
const MISLABELLED: readonly Told[] = usual.slice(100, 160).map(({ text, service }, at, all) => ({
  text,
  service: at % 2 === 0 ? (all.at(at - 7)?.service ?? service) : service,
}));

/** The examples as they lie in S3, read with its own client. */
async function examplesKept(): Promise<string> {
  const { endpoint, resources } = hotline.host;
  const client = new S3Client(clientAs(OPERATOR, endpoint));
  const [bucket] = resources
    .ofType('AWS::S3::Bucket')
    .filter(({ name }) => name.includes('learning'));
  const inBucket = { Bucket: bucket!.name };
  const listed = await client.send(
    new ListObjectsV2Command({ ...inBucket, Prefix: 'binh-duong/examples/' }),
  );
  const texts = (listed.Contents ?? []).map(async ({ Key }) => {
    const { Body } = await client.send(new GetObjectCommand({ ...inBucket, Key }));
    return Body!.transformToString();
  });
  return (await Promise.all(texts)).join('\n');
}

/** Each a week of the desk, and the Sunday four weeks later; one after the other, as time goes. */
describe('the classifier', { timeout: LEARNING_MS }, () => {
  it('learns what people decide, and is put in force where it is better', async () => {
    const before = await models();
    expect(before).toMatchObject({ number: 0, version: before.bundled, moves: [], reports: [] });
    await answered([...NEW_MATTER, ...usual.slice(0, 30)]);
    await passSunday('2026-12-06');
    const { number, version, reports } = await models();
    const [report] = reports;
    expect(report).toMatchObject({
      verdict: 'BETTER',
      champion: before.bundled,
      challenger: version,
    });
    const { judged, heldBack } = report!;
    expect(judged!.challenger.serviceAccuracy).toBeGreaterThanOrEqual(
      judged!.champion.serviceAccuracy,
    );
    expect(heldBack!.gained).toBeGreaterThan(heldBack!.lost);
    expect(number).toBe(1);
    expect((await ask(`/reports/${report!.id}`, 'huong')).body).toEqual(report);
  });

  it('is named by the proposals of every draft from then on', async () => {
    expect(await modelOfDrafts()).toBe((await models()).version);
  });

  it('keeps nothing of who called', async () => {
    const kept = await examplesKept();
    expect(/zu-?va-?ko/i.test(kept)).toBe(true);
    expect(kept.match(/Thị Hoa|0912|912345678/g)).toBeNull();
  });

  it('does not follow a bad batch, and its report card says why', async () => {
    const before = await models();
    await answered(MISLABELLED);
    await passSunday('2027-01-10');
    const { version, number, reports } = await models();
    expect({ version, number }).toEqual({ version: before.version, number: before.number });
    expect(reports).toHaveLength(2);
    expect(reports[0]).toMatchObject({ verdict: 'EXAMPLES_DOUBTED', champion: version });
    expect(reports[0]?.examples.setAside).toContainEqual(
      expect.objectContaining({ grouping: 'week', of: '2027-01-04', examples: 60 }),
    );
  });

  it('is taken back with a reason, once, and does not come back by what was known then', async () => {
    const { number, bundled, version } = await models();
    const rollBack = (idempotencyKey: string, ifMatch = number) =>
      call({
        method: 'POST',
        path: '/v1/directory/models/roll-back',
        as: 'tuan',
        ifMatch,
        idempotencyKey,
        body: { version: bundled, reason: 'Tổng đài viên báo đề xuất sai nhiều.' },
      });
    expect(await rollBack('roll-back-1', number + 1)).toMatchObject({
      status: 412,
      body: { code: 'MODEL_VERSION_CONFLICT' },
    });
    const done = { version: bundled, kind: 'rolled_back', by: { id: 'tuan' } };
    expect(await rollBack('roll-back-1')).toMatchObject({ status: 201, body: done });
    expect(await rollBack('roll-back-1')).toMatchObject({ status: 200, body: done });
    expect(await rollBack('roll-back-2', number + 1)).toMatchObject({
      status: 409,
      body: { code: 'MODEL_HOLDS_ALREADY' },
    });
    const audit = await call({
      method: 'GET',
      path: '/v1/directory/audit?kind=model',
      as: 'tuan',
    });
    expect(AuditBody.parse(audit.body).entries).toMatchObject([
      { by: { id: 'tuan' }, before: { version }, after: { version: bundled } },
    ]);
    hotline.host.clock.advance(61_000);
    expect(await modelOfDrafts()).toBe(bundled);

    await answered(usual.slice(30, 36));
    await passSunday('2027-02-14');
    const after = await models();
    expect(after).toMatchObject({ version: bundled, number: number + 1 });
    expect(after.reports[0]).toMatchObject({ verdict: 'TOO_FEW_EXAMPLES', champion: bundled });
    expect(after.moves.map((move) => move.version)).toEqual([bundled, version]);
  });

  it('is for administrators to take back, and for overseers to look at', async () => {
    expect((await ask('', 'yen')).status).toBe(200);
    expect((await ask('', 'lan')).status).toBe(403);
    expect((await ask('/reports/20200101T000000000Z')).body).toMatchObject({
      code: 'MODEL_REPORT_NOT_FOUND',
    });
    const body = { version: 'm0', reason: 'x' };
    const path = '/v1/directory/models/roll-back';
    const asked = {
      method: 'POST' as const,
      path,
      body,
      ifMatch: 2,
      idempotencyKey: 'roll-back-9',
    };
    expect((await call({ ...asked, as: 'yen' })).status).toBe(403);
    expect((await call({ ...asked, as: 'tuan' })).body).toMatchObject({ code: 'MODEL_NOT_FOUND' });
  });
});
