import * as z from 'zod';
import { type Route, SCOPES } from './route.ts';

type Problems = Readonly<Record<string, readonly [status: number, vi: string, en: string]>>;
type Json = Readonly<Record<string, unknown>>;

/** Every operation may answer with these. */
const ALWAYS = ['REQUEST_INVALID', 'INTERNAL'];
const SIGNED_IN = ['NOT_AUTHENTICATED', 'NOT_STAFF', 'NOT_PERMITTED'];

export interface Description {
  /** Route tables by audience. */
  readonly tables: Readonly<Record<string, readonly Route[]>>;
  readonly problems: Problems;
  /** Contracts by their exported name: an answer that is one of them is described once. */
  readonly named: Readonly<Record<string, unknown>>;
}

/** The OpenAPI 3.1 description of the route tables: the schemas that check requests are the ones that describe them. */
export const openApi = ({ tables, problems, named }: Description): Json => ({
  openapi: '3.1.0',
  info: {
    title: '1022',
    version: '1.0.0',
    summary: 'The citizen hotline of a province: cases from call to answer to judgement',
    description: DESCRIPTION,
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  tags: Object.keys(tables).map((name) => ({ name })),
  paths: pathsOf(tables, problems, namesOf(named)),
  components: {
    schemas: { Problem: PROBLEM, ...componentsOf(tables, named) },
    securitySchemes: {
      signIn: {
        type: 'oauth2',
        flows: {
          authorizationCode: {
            authorizationUrl: '/oauth2/authorize',
            tokenUrl: '/oauth2/token',
            scopes: Object.fromEntries(SCOPES.map((scope) => [scope, scope.replace('1022/', '')])),
          },
        },
      },
    },
  },
});

const DESCRIPTION = `Instants are UTC in ISO 8601. Errors are application/problem+json with a machine \`code\`, except that
a missing, expired or foreign token, or one without the scope, is answered by the gateway itself with
\`{"message": "Unauthorized"}\` (401) or \`{"message": "Forbidden"}\` (403). A change of a case needs the ETag of
the last read in If-Match; repeating the same request is safe. Creating needs an Idempotency-Key. Every GET answers
with an ETag and, where If-None-Match names it, with 304 and no body: a screen stays live by asking again. A case has its
version as ETag, and its \`clocks\` run on under the same version; a list or figure gets another one when anything in
it has changed but \`asOf\` and times in ms, so at least each working minute in which a clock runs.`;

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457. Further members help the caller: allowedFrom, problems, departments …',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: {
      type: 'string',
      description: 'Vietnamese, or English where Accept-Language prefers it.',
    },
    status: { type: 'integer' },
    code: { type: 'string' },
    requestId: { type: 'string' },
  },
};

function pathsOf(tables: Description['tables'], problems: Problems, names: Names): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [tag, routes] of Object.entries(tables)) {
    for (const route of routes) {
      (paths[route.path] ??= {})[route.method.toLowerCase()] = operationOf(
        { tag, route },
        problems,
        names,
      );
    }
  }
  return paths;
}

const operationOf = (
  { tag, route }: { tag: string; route: Route },
  problems: Problems,
  names: Names,
): Json => ({
  operationId: route.operation,
  tags: [tag],
  summary: route.summary,
  security: route.scope === null ? [] : [{ signIn: [route.scope] }],
  parameters: parametersOf(route),
  ...(route.body !== undefined && {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: jsonSchema(route.body, 'input') } },
    },
  }),
  responses: {
    [route.success.status]: successOf(route, names),
    ...(route.method === 'GET' && { 304: { description: 'What If-None-Match names still holds' } }),
    ...refusalsOf(route, problems),
  },
});

const successOf = ({ success, ifMatch, method }: Route, names: Names): Json => ({
  description: success.status === 303 ? 'It is where Location says' : 'Done',
  ...headersOf({
    ...(ifMatch === true && { ETag: 'The version that now holds' }),
    ...(method === 'GET' && { ETag: 'For If-None-Match' }),
    ...(success.status === 303 && { Location: 'Address of the file, for a quarter of an hour' }),
  }),
  ...(success.schema !== undefined && {
    content: { 'application/json': { schema: answerSchema(success.schema, names) } },
  }),
  ...(success.files !== undefined && {
    content: Object.fromEntries(success.files.map((type) => [type, BYTES])),
  }),
});

const BYTES: Json = { schema: { type: 'string', format: 'binary' } };

/** By name, what each says. */
const headersOf = (described: Readonly<Record<string, string>>): Json =>
  Object.keys(described).length === 0
    ? {}
    : {
        headers: Object.fromEntries(
          Object.entries(described).map(([name, description]) => [
            name,
            { description, schema: { type: 'string' } },
          ]),
        ),
      };

/** Statuses with the codes that each may carry. */
function refusalsOf({ scope, ifMatch, body, problems: own = [] }: Route, problems: Problems): Json {
  const codes = [
    ...own,
    ...ALWAYS,
    ...(scope === null ? [] : SIGNED_IN),
    ...(ifMatch === true ? ['IF_MATCH_REQUIRED', 'IF_MATCH_MALFORMED'] : []),
    ...(body === undefined ? [] : ['MALFORMED_JSON', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE']),
  ];
  const byStatus = Object.groupBy(new Set(codes), (code) => String(problems[code]?.[0] ?? 500));
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, list = []]) => [
      status,
      {
        description: list.map((code) => `\`${code}\`: ${problems[code]?.[2] ?? ''}`).join('\n\n'),
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    ]),
  );
}

const parametersOf = ({
  params,
  query,
  method,
  ifMatch,
  idempotencyKey,
}: Route): readonly Json[] => [
  ...members(params, 'path'),
  ...members(query, 'query'),
  ...(method === 'GET' ? [IF_NONE_MATCH] : []),
  ...(ifMatch === true
    ? [header('If-Match', 'ETag of the version that the decision is made on: `"3"`')]
    : []),
  ...(idempotencyKey === 'required'
    ? [header('Idempotency-Key', '8 to 128 characters; the same key lands on the same row')]
    : []),
];

const members = (schema: z.ZodObject | undefined, place: 'path' | 'query'): readonly Json[] =>
  Object.entries(schema?.shape ?? {}).map(([name, member]) => ({
    name,
    in: place,
    required: place === 'path' || !z.safeParse(member, undefined).success,
    schema: jsonSchema(member as z.ZodType, 'input'),
  }));

const IF_NONE_MATCH: Json = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'ETag of an answer that the caller has',
  schema: { type: 'string' },
};

const header = (name: string, description: string): Json => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string' },
});

type Names = ReadonlyMap<z.ZodType, string>;

const namesOf = (named: Description['named']): Names =>
  new Map(
    Object.entries(named).flatMap(([name, value]) =>
      value instanceof z.ZodType ? [[value, name]] : [],
    ),
  );

const refTo = (name: string): string => `#/components/schemas/${name}`;

const answerSchema = (schema: z.ZodType, names: Names): Json => {
  const name = names.get(schema);
  return name === undefined ? jsonSchema(schema, 'output') : { $ref: refTo(name) };
};

/** Every named contract that some operation answers with. */
function componentsOf(tables: Description['tables'], named: Description['named']): Json {
  const names = namesOf(named);
  const registry = z.registry<{ id: string }>();
  for (const { success } of Object.values(tables).flat()) {
    const name = success.schema === undefined ? undefined : names.get(success.schema);
    if (success.schema !== undefined && name !== undefined && !registry.has(success.schema)) {
      registry.add(success.schema, { id: name });
    }
  }
  const { schemas } = z.toJSONSchema(registry, {
    io: 'output',
    unrepresentable: 'any',
    uri: refTo,
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]),
  );
}

/** OpenAPI 3.1 schemas are JSON Schema 2020-12 as they are. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
