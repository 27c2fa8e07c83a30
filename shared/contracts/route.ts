import type * as z from 'zod';
import type { Operation } from '../domain/permissions.ts';

/** OAuth scopes: one an audience. Cognito resource server `1022`. */
export const SCOPES = [
  '1022/desk',
  '1022/department',
  '1022/statistics',
  '1022/directory',
] as const;
export type Scope = (typeof SCOPES)[number];

/**
 * One endpoint. The same row makes the API Gateway route, the dispatch in the function, the OpenAPI operation
 * and the row of the permission matrix test.
 */
export interface Route {
  /** Unique verb-object name, also the OpenAPI operationId and the key of its handler. */
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** API Gateway form: `/v1/desk/cases/{caseId}`. */
  readonly path: string;
  /** Scope that the authorizer demands; null for what anybody may call. */
  readonly scope: Scope | null;
  /** Row of the permission table (`operationRoles`); null for what anybody may call. */
  readonly permission: Operation | null;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The change needs the ETag of the version it was decided on (428 without it). */
  readonly ifMatch?: boolean;
  /** `Idempotency-Key` header: a repeated creation lands on the same row. */
  readonly idempotencyKey?: 'required';
  /** 202: taken on, and worked on after the answer. 303: it is where Location says. */
  readonly success: {
    readonly status: 200 | 201 | 202 | 204 | 303;
    readonly schema?: z.ZodType;
    /** Types of the files with one of which it answers instead of JSON. */
    readonly files?: readonly string[];
  };
  /** Machine codes of the problems that this operation may answer with, beyond those every operation may. */
  readonly problems?: readonly string[];
}
