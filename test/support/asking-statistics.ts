import { statisticsHandlers } from '../../functions/statistics/handlers.ts';
import { statisticsRoutes } from '../../functions/statistics/routes.ts';
import { InMemoryAuditLog } from '../../shared/adapters/memory/in-memory-audit-log.ts';
import { InMemoryStaffRegister } from '../../shared/adapters/memory/in-memory-staff-register.ts';
import { InMemoryStatisticsAlerts } from '../../shared/adapters/memory/in-memory-statistics-alerts.ts';
import { InMemoryStatistics } from '../../shared/adapters/memory/in-memory-statistics.ts';
import { fingerprintsFrom } from '../../shared/adapters/system/hashed-fingerprints.ts';
import { OPERATOR } from '../../shared/domain/actor.ts';
import { StaffMember } from '../../shared/domain/staff.ts';
import { statisticsContext } from '../../shared/domain/statistics-context.ts';
import type { ApiEvent } from '../../shared/platform/api-request.ts';
import { createApi } from '../../shared/platform/api-handler.ts';
import { createAcknowledgeAlert } from '../../shared/usecases/acknowledge-alert.ts';
import { createListAlerts } from '../../shared/usecases/list-alerts.ts';
import { createListFigureCases } from '../../shared/usecases/list-figure-cases.ts';
import { createProjectCases } from '../../shared/usecases/project-cases.ts';
import { createReadActivity } from '../../shared/usecases/read-activity.ts';
import { createReadCross } from '../../shared/usecases/read-cross.ts';
import { createListBacklogCases, createReadBacklog } from '../../shared/usecases/read-backlog.ts';
import { createReadDeadlines } from '../../shared/usecases/read-deadlines.ts';
import { createReadHeadline } from '../../shared/usecases/read-headline.ts';
import { createReadReturns } from '../../shared/usecases/read-returns.ts';
import { createReadRouting } from '../../shared/usecases/read-routing.ts';
import { createReadSeries } from '../../shared/usecases/read-series.ts';
import { createReadTimes } from '../../shared/usecases/read-times.ts';
import { Chance, jurisdiction, jurisdictionId, randomHistory } from './random-cases.ts';

const context = statisticsContext(jurisdiction);

const people = [
  { subject: 'lan', name: 'Nguyễn Thị Lan', role: 'agent', department: null },
  { subject: 'minh', name: 'Trần Minh', role: 'supervisor', department: null },
  { subject: 'quang', name: 'Lê Quang', role: 'manager', department: null },
  { subject: 'an', name: 'Phạm An', role: 'officer', department: 'TA' },
  { subject: 'hoa', name: 'Võ Hoa', role: 'auditor', department: null },
].map((one) => StaffMember.parse({ ...one, active: true }));

/** The function with counters in memory, asked as API Gateway asks it. The 15th of July 2020 has begun in Vietnam. */
export async function askingStatistics(path = 'headline', as = 'quang') {
  const statistics = new InMemoryStatistics();
  const staff = new InMemoryStaffRegister();
  const entered = { at: '2020-01-01T00:00:00.000Z', by: OPERATOR, kind: 'staff' } as const;
  for (const member of people) {
    const audit = { ...entered, of: member.subject, before: null, after: member };
    await staff.save(jurisdictionId, member, audit);
  }
  const project = createProjectCases({ ledger: statistics, context });
  const history = randomHistory(new Chance(2), 300);
  await project(jurisdictionId, history);
  const clock = { now: () => new Date('2020-07-14T17:30:00.000Z') };
  const latest = new Map(history.map((version) => [version.caseId, version]));
  const ports = {
    ...{ statistics, times: statistics, series: statistics, counted: statistics, staff },
    ...{ clock, jurisdiction, context },
    alerts: new InMemoryStatisticsAlerts(new InMemoryAuditLog()),
    heads: { heads: () => Promise.resolve(latest) },
    worklists: { list: () => Promise.resolve({ rows: [], next: undefined }) },
    fingerprints: fingerprintsFrom('the pepper of tests, which is long enough'),
  };
  const findStaff = (subject: string) => staff.find(jurisdictionId, subject);
  const handle = createApi({
    routes: statisticsRoutes,
    handlers: statisticsHandlers({
      jurisdictionId,
      timeZone: jurisdiction.calendarData.timeZone,
      findStaff,
      readHeadline: createReadHeadline(ports),
      readDeadlines: createReadDeadlines(ports),
      readTimes: createReadTimes(ports),
      readSeries: createReadSeries(ports),
      readActivity: createReadActivity(ports),
      readCross: createReadCross(ports),
      readRouting: createReadRouting(ports),
      readReturns: createReadReturns(ports),
      listFigureCases: createListFigureCases(ports),
      readBacklog: createReadBacklog(ports),
      listBacklogCases: createListBacklogCases(ports),
      listAlerts: createListAlerts(ports),
      acknowledgeAlert: createAcknowledgeAlert(ports),
    }),
    findStaff,
  });
  return async (queryStringParameters: Record<string, string>) => {
    const event = {
      routeKey: `GET /v1/statistics/${path}`,
      headers: {},
      queryStringParameters,
      requestContext: {
        requestId: 'r1',
        authorizer: { jwt: { claims: { token_use: 'access', sub: as }, scopes: [] } },
      },
    };
    // Only what the platform reads of an event.
    const response = await handle(event as unknown as ApiEvent, {} as never);
    return { status: response.statusCode, body: JSON.parse(response.body ?? '') as unknown };
  };
}
