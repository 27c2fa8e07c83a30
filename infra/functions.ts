import {
  CitizenEnv,
  ConnectionEnv,
  DeliverEnv,
  DepartmentEnv,
  DeskEnv,
  DraftsEnv,
  DirectoryEnv,
  ExportCasesEnv,
  ExportsEnv,
  OpenDataEnv,
  ProjectStatisticsEnv,
  ProposeIntakeEnv,
  PublishEnv,
  ReferenceEnv,
  ReportsEnv,
  RulesEnv,
  StatisticsEnv,
} from '../shared/platform/env.ts';
import { clockFunctions } from './clock-functions.ts';

/**
 * Every Lambda of the system, one row each. The bundler, the stacks, the grants and the tests read this table; the
 * impact and the runbook heading are what the function's alarms say to the person on call.
 */
export const functionCatalogue = {
  desk: {
    entry: 'functions/desk/index.ts',
    env: DeskEnv,
    timeoutSeconds: 15,
    impact: 'Agents cannot log or change cases: callers are asked to ring again.',
    runbook: 'desk-api-fails',
  },
  drafts: {
    entry: 'functions/drafts/index.ts',
    env: DraftsEnv,
    timeoutSeconds: 10,
    impact: 'Agents get no proposals; they choose class, place and departments themselves.',
    runbook: 'drafts-api-fails',
  },
  department: {
    entry: 'functions/department/index.ts',
    env: DepartmentEnv,
    timeoutSeconds: 15,
    impact: 'Departments cannot read or answer the cases sent to them; their clocks run on.',
    runbook: 'department-api-fails',
  },
  connection: {
    entry: 'functions/connection/index.ts',
    env: ConnectionEnv,
    timeoutSeconds: 15,
    impact: 'Department leads cannot set up webhooks or send events again; deliveries go on.',
    runbook: 'connection-api-fails',
  },
  statistics: {
    entry: 'functions/statistics/index.ts',
    env: StatisticsEnv,
    timeoutSeconds: 15,
    impact: 'Managers see no figures. Cases are not touched.',
    runbook: 'statistics-api-fails',
  },
  exports: {
    entry: 'functions/exports/index.ts',
    env: ExportsEnv,
    timeoutSeconds: 15,
    impact: 'Nobody can ask for files of cases or fetch them. Figures and cases are not touched.',
    runbook: 'exports-api-fails',
  },
  reports: {
    entry: 'functions/reports/index.ts',
    env: ReportsEnv,
    // Measured: a report of a month as a PDF takes a second of one core, its letters most of it.
    timeoutSeconds: 29,
    impact:
      'The monthly report cannot be fetched. The figures in it are on the page and in the API.',
    runbook: 'reports-api-fails',
  },
  directory: {
    entry: 'functions/directory/index.ts',
    env: DirectoryEnv,
    timeoutSeconds: 15,
    impact: 'The staff pages do not open, and access cannot be given or taken away.',
    runbook: 'directory-api-fails',
  },
  rules: {
    entry: 'functions/rules/index.ts',
    env: RulesEnv,
    // A dry run reads a thousand cases.
    timeoutSeconds: 29,
    impact: 'Routing rules cannot be read, tried or published. Those in force go on deciding.',
    runbook: 'rules-api-fails',
  },
  citizen: {
    entry: 'functions/citizen/index.ts',
    env: CitizenEnv,
    timeoutSeconds: 15,
    impact: 'Citizens cannot follow, judge or withdraw their cases.',
    runbook: 'citizen-api-fails',
  },
  'open-data': {
    entry: 'functions/open-data/index.ts',
    env: OpenDataEnv,
    timeoutSeconds: 10,
    impact: 'The public cannot read the open data. What is published is kept.',
    runbook: 'open-data-api-fails',
  },
  reference: {
    entry: 'functions/reference/index.ts',
    env: ReferenceEnv,
    timeoutSeconds: 10,
    impact: 'The description of the API does not open. Nothing else depends on it.',
    runbook: 'reference-page-fails',
  },
  'project-statistics': {
    entry: 'functions/case-stream/project-statistics.ts',
    env: ProjectStatisticsEnv,
    timeoutSeconds: 60,
    impact: 'Figures stand still while cases go on.',
    runbook: 'statistics-not-projected',
  },
  publish: {
    entry: 'functions/case-stream/publish.ts',
    env: PublishEnv,
    timeoutSeconds: 60,
    impact: "Departments' own systems do not hear of cases; their inboxes here are complete.",
    runbook: 'events-not-published',
  },
  'deliver-to-department': {
    entry: 'functions/deliveries/deliver-to-department.ts',
    env: DeliverEnv,
    timeoutSeconds: 30,
    impact: "At least one department's own system does not hear of its cases.",
    runbook: 'deliveries-fail',
  },
  'propose-intake': {
    entry: 'functions/intake/propose-intake.ts',
    env: ProposeIntakeEnv,
    // Five messages one after the other, each with a second opinion that takes its three seconds.
    timeoutSeconds: 30,
    impact: 'Messages do not route themselves and come without a proposal; the desk has them all.',
    runbook: 'messages-not-proposed',
  },
  'export-cases': {
    entry: 'functions/exporting/export-cases.ts',
    env: ExportCasesEnv,
    // As long as Lambda lets anything run: what is not finished then goes on in the next run.
    timeoutSeconds: 900,
    impact: 'Files that people asked for are not made. Nothing else depends on them.',
    runbook: 'exports-not-made',
  },
  ...clockFunctions,
} as const;

export type FunctionId = keyof typeof functionCatalogue;

export const functionIds = Object.keys(functionCatalogue) as readonly FunctionId[];

/** Those behind the HTTP API; the others are called by streams, queues and schedules. */
export const apiFunctionIds = [
  'desk',
  'department',
  'connection',
  'statistics',
  'exports',
  'reports',
  'drafts',
  'directory',
  'rules',
  'citizen',
  'open-data',
  'reference',
] as const satisfies readonly FunctionId[];
export type ApiFunctionId = (typeof apiFunctionIds)[number];

/** The first call is half as long as at 512 MB, and more memory does not start a process sooner. */
export const MEMORY_MB = 1_024;
