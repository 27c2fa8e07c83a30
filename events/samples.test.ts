import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DynamoDBStreamEvent, SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { citizenRoutes } from '../functions/citizen/routes.ts';
import { connectionRoutes } from '../functions/connection/routes.ts';
import { departmentRoutes } from '../functions/department/routes.ts';
import { deskRoutes } from '../functions/desk/routes.ts';
import { directoryRoutes } from '../functions/directory/routes.ts';
import { referenceRoutes } from '../functions/reference/routes.ts';
import { draftsRoutes } from '../functions/drafts/routes.ts';
import { exportsRoutes } from '../functions/exports/routes.ts';
import { reportsRoutes } from '../functions/reports/routes.ts';
import { openDataRoutes } from '../functions/open-data/routes.ts';
import { rulesRoutes } from '../functions/rules/routes.ts';
import { statisticsRoutes } from '../functions/statistics/routes.ts';
import { type ApiFunctionId, apiFunctionIds, functionIds } from '../infra/functions.ts';
import { isEventRecord, readEventRecord } from '../shared/adapters/dynamodb/event-records.ts';
import { isHeadRecord, readHeadRecord } from '../shared/adapters/dynamodb/statistics-records.ts';
import type { Route } from '../shared/contracts/route.ts';
import { readDeliveryMessage } from '../shared/domain/delivery.ts';
import { readExportMessage } from '../shared/domain/export/case-export.ts';
import { readIntakeMessage } from '../shared/domain/intake.ts';
import { type ApiEvent, parseRequest } from '../shared/platform/api-request.ts';

const FOLDER = join(import.meta.dirname, 'samples');

/** The event as the function of that name gets it. A caller's cast is what its test then checks. */
const sample = (name: string): unknown =>
  JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));

const routes: Readonly<Record<ApiFunctionId, readonly Route[]>> = {
  desk: deskRoutes,
  department: departmentRoutes,
  connection: connectionRoutes,
  statistics: statisticsRoutes,
  exports: exportsRoutes,
  reports: reportsRoutes,
  directory: directoryRoutes,
  drafts: draftsRoutes,
  rules: rulesRoutes,
  citizen: citizenRoutes,
  'open-data': openDataRoutes,
  reference: referenceRoutes,
};

it('has a sample for every function and for nothing else', () => {
  const names = readdirSync(FOLDER).map((file) => file.replace(/\.json$/, ''));
  expect(names.toSorted()).toEqual(functionIds.toSorted());
});

describe.each(apiFunctionIds)('the sample request to %s', (id) => {
  const event = sample(id) as ApiEvent;
  const route = routes[id].find(({ method, path }) => `${method} ${path}` === event.routeKey);

  it('is for a route of it and passes everything that the route demands', () => {
    expect(route).toBeDefined();
    if (route !== undefined) expect(parseRequest(route, event)).toMatchObject({ ok: true });
  });

  it('has the path that its parameters give', () => {
    const parameters = event.pathParameters ?? {};
    const path = route?.path.replaceAll(
      /\{(\w+)\}/g,
      (_all, name: string) => parameters[name] ?? '',
    );
    expect([event.rawPath, event.requestContext.http.path]).toEqual([path, path]);
    const query = new URLSearchParams(event.rawQueryString);
    expect(Object.fromEntries(query)).toEqual(event.queryStringParameters ?? {});
  });

  it('comes from somebody with the scope that the authorizer demands', () => {
    const { authorizer } = event.requestContext as Partial<ApiEvent['requestContext']>;
    expect(authorizer?.jwt.scopes ?? null).toEqual(route?.scope == null ? null : [route.scope]);
    if (authorizer === undefined) return;
    expect(authorizer.jwt.claims).toMatchObject({ token_use: 'access', scope: route?.scope });
  });
});

it('holds an event for publish as the stream shows it', () => {
  const { Records: records } = sample('publish') as DynamoDBStreamEvent;
  expect(records.every(isEventRecord)).toBe(true);
  expect(records.map(readEventRecord)).toMatchObject([
    { event: { version: 2, body: { type: 'CaseRouted' } }, participants: ['SGTVT', 'TDM'] },
  ]);
});

it('holds a changed case for project-statistics as the stream shows it', () => {
  const { Records: records } = sample('project-statistics') as DynamoDBStreamEvent;
  expect(records.every(isHeadRecord)).toBe(true);
  expect(records.map(readHeadRecord)).toMatchObject([{ version: 2, lead: 'TDM' }]);
});

it('holds a message for deliver-to-department as publish queues it', () => {
  const { Records: records } = sample('deliver-to-department') as SQSEvent;
  const [record] = records;
  const message = readDeliveryMessage(record?.body ?? '');
  expect(message).toMatchObject({ version: 2, department: 'SGTVT' });
  expect(record?.attributes).toMatchObject({
    ApproximateReceiveCount: '1',
    MessageGroupId: 'SGTVT',
    MessageDeduplicationId: `${message?.caseId}-2-SGTVT`,
  });
});

it('holds a message for propose-intake as publish queues it', () => {
  const { Records: records } = sample('propose-intake') as SQSEvent;
  expect(records.map(({ body }) => readIntakeMessage(body))).toMatchObject([
    { jurisdictionId: 'binh-duong', version: 1 },
  ]);
});

it('holds a message for export-cases as exports queues it', () => {
  const { Records: records } = sample('export-cases') as SQSEvent;
  const [record] = records;
  const message = readExportMessage(record?.body ?? '');
  expect(message).toMatchObject({ jurisdictionId: 'binh-duong', step: 0 });
  expect(record?.attributes).toMatchObject({
    MessageGroupId: `${message?.owner}${message?.exportId}`,
    MessageDeduplicationId: `${message?.owner}${message?.exportId}-0`,
  });
});

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html */
const ScheduledEvent = z.strictObject({
  version: z.literal('0'),
  id: z.uuid(),
  'detail-type': z.literal('Scheduled Event'),
  source: z.literal('aws.events'),
  account: z.string().regex(/^\d{12}$/),
  time: z.iso.datetime(),
  region: z.string(),
  resources: z.tuple([z.string().regex(/^arn:aws:events:/)]),
  detail: z.strictObject({}),
});

it.each([
  'close-unjudged',
  'sweep-deadlines',
  'move-deadlines',
  'check-calendar',
  'reconcile-statistics',
  'publish-open-data',
])('holds a tick of the clock for %s', (id) => {
  expect(() => ScheduledEvent.parse(sample(id))).not.toThrow();
});
