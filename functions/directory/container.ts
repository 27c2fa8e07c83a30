import { DynamoDbAuditLog } from '../../shared/adapters/dynamodb/audit-log.ts';
import { DynamoDbCalendars } from '../../shared/adapters/dynamodb/calendars.ts';
import { DynamoDbCaseRepository } from '../../shared/adapters/dynamodb/case-repository.ts';
import { DynamoDbDeadlineMovings } from '../../shared/adapters/dynamodb/deadline-movings.ts';
import { createDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbPreferences } from '../../shared/adapters/dynamodb/preferences.ts';
import { DynamoDbStaffRegister } from '../../shared/adapters/dynamodb/staff-register.ts';
import { DynamoDbTemplates } from '../../shared/adapters/dynamodb/templates.ts';
import { DynamoDbWorklists } from '../../shared/adapters/dynamodb/worklists.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import { digest } from '../../shared/adapters/system/digest.ts';
import { loadJurisdiction } from '../../shared/jurisdictions/bundled.ts';
import { bundledTemplates } from '../../shared/jurisdictions/templates.ts';
import { DirectoryEnv, readEnv } from '../../shared/platform/env.ts';
import { createListTemplates, createSaveTemplate } from '../../shared/usecases/answer-templates.ts';
import { byJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { createListAudit } from '../../shared/usecases/list-audit.ts';
import { createPreviewCalendar } from '../../shared/usecases/preview-calendar.ts';
import { createPublishCalendar } from '../../shared/usecases/publish-calendar.ts';
import {
  createListCalendars,
  createReadCalendar,
  createReadCalendarVersion,
} from '../../shared/usecases/read-calendars.ts';
import { createSaveStaff } from '../../shared/usecases/save-staff.ts';
import { listContainer } from './lists/container.ts';

export const directoryContainer = () => {
  const env = readEnv(DirectoryEnv);
  const { jurisdictionId, jurisdiction } = loadJurisdiction(env.JURISDICTION_ID);
  const client = createDocumentClient();
  const staff = new DynamoDbStaffRegister(client, env.DIRECTORY_TABLE_NAME);
  const table = { tableName: env.CASES_TABLE_NAME, sla: jurisdiction.sla };
  const calendars = {
    jurisdiction,
    calendars: new DynamoDbCalendars(client, env.DIRECTORY_TABLE_NAME),
    cases: new DynamoDbCaseRepository(client, table),
    worklists: new DynamoDbWorklists(client, table),
    clock: systemClock,
    digest,
  };
  const { directoryNow: jurisdictionNow, ...lists } = listContainer({ client, env, ...calendars });
  const dated = { ...calendars, jurisdictionNow };
  const templates = {
    templates: new DynamoDbTemplates(client, env.DIRECTORY_TABLE_NAME),
    bundled: bundledTemplates(env.JURISDICTION_ID),
  };
  return {
    jurisdictionId,
    jurisdiction,
    staff,
    ...lists,
    findStaff: (subject: string) => staff.find(jurisdictionId, subject),
    saveStaff: byJurisdictionNow({ ...dated, staff }, createSaveStaff),
    clock: systemClock,
    preferences: new DynamoDbPreferences(client, env.DIRECTORY_TABLE_NAME),
    listAudit: createListAudit({ audit: new DynamoDbAuditLog(client, env.DIRECTORY_TABLE_NAME) }),
    listTemplates: createListTemplates(templates),
    saveTemplate: byJurisdictionNow({ ...dated, ...templates }, createSaveTemplate),
    movings: new DynamoDbDeadlineMovings(client, env.DIRECTORY_TABLE_NAME),
    listCalendars: createListCalendars(calendars),
    readCalendar: createReadCalendar(calendars),
    readCalendarVersion: createReadCalendarVersion(calendars),
    previewCalendar: byJurisdictionNow(dated, createPreviewCalendar),
    publishCalendar: byJurisdictionNow(dated, createPublishCalendar),
  };
};

export type DirectoryDeps = ReturnType<typeof directoryContainer>;
