import * as z from 'zod';
import { wildcard } from '../iam/wildcard.ts';
import { ACCOUNT, PARTITION, REGION } from '../template/environment.ts';
import type { ResolvedResource, Resources } from '../types.ts';

/** How a route checks the caller's token. */
export interface JwtAuthorizer {
  readonly name: string;
  readonly issuer: string;
  readonly audience: readonly string[];
}

export interface ApiRoute {
  /** `GET /v1/desk/cases/{caseId}` or `$default`. */
  readonly routeKey: string;
  readonly functionName: string;
  readonly timeoutMs: number;
  /** Nobody is asked for a token without one. */
  readonly authorizer?: JwtAuthorizer;
  /** The token must carry one of them; none asked for when empty. */
  readonly scopes: readonly string[];
}

const Cors = z.object({
  AllowOrigins: z.array(z.string()).default([]),
  AllowMethods: z.array(z.string()).default([]),
  AllowHeaders: z.array(z.string()).default([]),
  ExposeHeaders: z.array(z.string()).default([]),
  MaxAge: z.number().optional(),
  AllowCredentials: z.boolean().default(false),
});
export type CorsConfiguration = z.infer<typeof Cors>;

export interface HttpApi {
  readonly apiId: string;
  readonly routes: readonly ApiRoute[];
  readonly cors?: CorsConfiguration;
}

const Api = z.object({ ProtocolType: z.literal('HTTP'), CorsConfiguration: Cors.optional() });
const Stage = z.object({ StageName: z.literal('$default') });
const Route = z.object({
  RouteKey: z.string(),
  Target: z.string().startsWith('integrations/'),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
});
const Integration = z.object({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: z.number().default(30_000),
});
const Authorizer = z.object({
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()) }),
});
const Permission = z.object({
  Principal: z.string(),
  FunctionName: z.string(),
  SourceArn: z.string().optional(),
});

/**
 * The HTTP API of the templates. Throws, naming the resource, when there is not exactly one, when a part asks for
 * what the local host does not do, or when API Gateway would not be permitted to call a route's function.
 */
export function readHttpApi(resources: Resources): HttpApi {
  const [api, ...others] = resources.ofType('AWS::ApiGatewayV2::Api');
  if (api === undefined || others.length > 0)
    throw new Error(`The templates have ${others.length + (api ? 1 : 0)} HTTP APIs, not one`);
  const { CorsConfiguration } = read(api, Api);
  for (const stage of resources.ofType('AWS::ApiGatewayV2::Stage')) read(stage, Stage);
  return {
    apiId: api.ref,
    routes: resources
      .ofType('AWS::ApiGatewayV2::Route')
      .map((route) => readRoute(resources, api.ref, route)),
    ...(CorsConfiguration && { cors: CorsConfiguration }),
  };
}

function readRoute(resources: Resources, apiId: string, resource: ResolvedResource): ApiRoute {
  const route = read(resource, Route);
  const integration = read(
    byRef(resources, 'AWS::ApiGatewayV2::Integration', route.Target.split('/')[1] ?? ''),
    Integration,
  );
  const target = functionAt(resources, integration.IntegrationUri);
  assertPermitted(resources, { apiId, routeKey: route.RouteKey, target });
  return {
    routeKey: route.RouteKey,
    functionName: target.name,
    timeoutMs: integration.TimeoutInMillis,
    scopes: route.AuthorizationScopes,
    ...(route.AuthorizationType === 'JWT' && {
      authorizer: readAuthorizer(resources, route.AuthorizerId ?? ''),
    }),
  };
}

function readAuthorizer(resources: Resources, ref: string): JwtAuthorizer {
  const resource = byRef(resources, 'AWS::ApiGatewayV2::Authorizer', ref);
  const { JwtConfiguration: jwt } = read(resource, Authorizer);
  return { name: resource.name, issuer: jwt.Issuer, audience: jwt.Audience };
}

/** The ARN itself, or the form in which it stands inside a path of the API Gateway service. */
function functionAt(resources: Resources, uri: string): ResolvedResource {
  const found = resources
    .ofType('AWS::Lambda::Function')
    .find(({ arn = '?' }) => uri === arn || uri.endsWith(`/functions/${arn}/invocations`));
  if (found === undefined) throw new Error(`There is no function for the integration ${uri}`);
  return found;
}

interface Call {
  readonly apiId: string;
  readonly routeKey: string;
  readonly target: ResolvedResource;
}

function assertPermitted(resources: Resources, { apiId, routeKey, target }: Call): void {
  const [method = '', path = ''] = routeKey.split(' ');
  const source = `arn:${PARTITION}:execute-api:${REGION}:${ACCOUNT}:${apiId}/$default/${method}${path}`;
  const permitted = resources
    .ofType('AWS::Lambda::Permission')
    .map((permission) => read(permission, Permission))
    .some(
      ({ Principal, FunctionName, SourceArn = '*' }) =>
        Principal === 'apigateway.amazonaws.com' &&
        [target.name, target.arn].includes(FunctionName) &&
        wildcard(SourceArn).test(source),
    );
  if (!permitted)
    throw new Error(
      `No AWS::Lambda::Permission lets API Gateway call ${target.name} for "${routeKey}"`,
    );
}

function byRef(resources: Resources, type: string, ref: string): ResolvedResource {
  const found = resources.ofType(type).find((resource) => resource.ref === ref);
  if (found === undefined) throw new Error(`There is no ${type} "${ref}"`);
  return found;
}

function read<S extends z.ZodType>(resource: ResolvedResource, schema: S): z.infer<S> {
  const parsed = schema.safeParse(resource.properties);
  if (parsed.success) return parsed.data;
  const { stack, logicalId, type } = resource;
  throw new Error(`${stack}/${logicalId} (${type}): ${z.prettifyError(parsed.error)}`);
}
