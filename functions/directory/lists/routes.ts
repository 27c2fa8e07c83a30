import {
  DepartmentsBody,
  DepartmentsPreviewBody,
  DepartmentsRequest,
  ListHistoryBody,
  ListParams,
  ListVersionBody,
  PublishDepartmentsRequest,
  PublishServicesRequest,
  ServicesBody,
  ServicesPreviewBody,
  ServicesRequest,
} from '../../../shared/contracts/directory-lists.ts';
import type { Route } from '../../../shared/contracts/route.ts';

const scope = '1022/directory';
const departments = '/v1/directory/departments';
const services = '/v1/directory/services';

const version = { params: ListParams, problems: ['DIRECTORY_NOT_FOUND'] } as const;
const publishing = {
  ifMatch: true,
  idempotencyKey: 'required',
  success: { status: 201, schema: ListVersionBody },
  problems: ['DIRECTORY_INVALID', 'DIRECTORY_VERSION_CONFLICT', 'IDEMPOTENCY_KEY_REUSED'],
} as const;

/** Departments and services as lists with history: one row an endpoint. */
export const listRoutes = [
  {
    operation: 'listDepartments',
    method: 'GET',
    path: departments,
    scope,
    permission: 'listDepartments',
    summary: 'The departments that cases are routed to',
    success: { status: 200, schema: DepartmentsBody },
  },
  {
    operation: 'listDepartmentsVersions',
    method: 'GET',
    path: `${departments}/versions`,
    scope,
    permission: 'listDirectoryVersions',
    summary: 'Who published which departments, when and why',
    success: { status: 200, schema: ListHistoryBody },
  },
  {
    operation: 'getDepartmentsVersion',
    method: 'GET',
    path: `${departments}/versions/{number}`,
    scope,
    permission: 'listDirectoryVersions',
    summary: 'The departments as they were published',
    success: { status: 200, schema: DepartmentsBody },
    ...version,
  },
  {
    operation: 'previewDepartments',
    method: 'POST',
    path: `${departments}/preview`,
    scope,
    permission: 'previewDirectory',
    summary: 'What is wrong with departments, and which cases those have to finish that close',
    body: DepartmentsRequest,
    success: { status: 200, schema: DepartmentsPreviewBody },
  },
  {
    operation: 'publishDepartments',
    method: 'POST',
    path: departments,
    scope,
    permission: 'publishDirectory',
    summary: 'Put departments in force, everywhere a minute later',
    body: PublishDepartmentsRequest,
    ...publishing,
  },
  {
    operation: 'listServices',
    method: 'GET',
    path: services,
    scope,
    permission: 'listServices',
    summary: 'Classes and services with their leads and targets',
    success: { status: 200, schema: ServicesBody },
  },
  {
    operation: 'listServicesVersions',
    method: 'GET',
    path: `${services}/versions`,
    scope,
    permission: 'listDirectoryVersions',
    summary: 'Who published which services and targets, when and why',
    success: { status: 200, schema: ListHistoryBody },
  },
  {
    operation: 'getServicesVersion',
    method: 'GET',
    path: `${services}/versions/{number}`,
    scope,
    permission: 'listDirectoryVersions',
    summary: 'The services and targets as they were published',
    success: { status: 200, schema: ServicesBody },
    ...version,
  },
  {
    operation: 'previewServices',
    method: 'POST',
    path: `${services}/preview`,
    scope,
    permission: 'previewDirectory',
    summary:
      'What is wrong with services, and what other targets mean for cases like the open ones',
    body: ServicesRequest,
    success: { status: 200, schema: ServicesPreviewBody },
  },
  {
    operation: 'publishServices',
    method: 'POST',
    path: services,
    scope,
    permission: 'publishDirectory',
    summary: 'Put services and targets in force, for what is routed from a minute later on',
    body: PublishServicesRequest,
    ...publishing,
  },
] as const satisfies readonly Route[];
