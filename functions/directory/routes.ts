import {
  Areas,
  Departments,
  Me,
  PutStaffRequest,
  Services,
  StaffBody,
  StaffPage,
  StaffParams,
  StaffQuery,
} from '../../shared/contracts/directory.ts';
import type { Route } from '../../shared/contracts/route.ts';

const scope = '1022/directory';

/** Who and what the province has: one row an endpoint. */
export const directoryRoutes = [
  {
    operation: 'listDepartments',
    method: 'GET',
    path: '/v1/directory/departments',
    scope,
    permission: 'listDepartments',
    summary: 'The departments that cases are routed to',
    success: { status: 200, schema: Departments },
  },
  {
    operation: 'listServices',
    method: 'GET',
    path: '/v1/directory/services',
    scope,
    permission: 'listServices',
    summary: 'Classes and services with their leads and targets',
    success: { status: 200, schema: Services },
  },
  {
    operation: 'listAreas',
    method: 'GET',
    path: '/v1/directory/areas',
    scope,
    permission: 'listAreas',
    summary: 'Districts and communes',
    success: { status: 200, schema: Areas },
  },
  {
    operation: 'getMe',
    method: 'GET',
    path: '/v1/directory/me',
    scope,
    permission: 'getMe',
    summary: 'Who I am here and what I may call',
    success: { status: 200, schema: Me },
  },
  {
    operation: 'listStaff',
    method: 'GET',
    path: '/v1/directory/staff',
    scope,
    permission: 'listStaff',
    summary: 'People and machines with access, by subject',
    query: StaffQuery,
    success: { status: 200, schema: StaffPage },
  },
  {
    operation: 'putStaff',
    method: 'PUT',
    path: '/v1/directory/staff/{subject}',
    scope,
    permission: 'putStaff',
    summary: 'Give a person or machine a role, or take it away',
    params: StaffParams,
    body: PutStaffRequest,
    success: { status: 200, schema: StaffBody },
    problems: ['UNKNOWN_DEPARTMENT', 'STAFF_INVALID'],
  },
] as const satisfies readonly Route[];
