import { afterAll, describe, expect, it } from 'vitest';
import { apiFunctionIds } from '../../infra/functions.ts';
import { routeKey, routesOf } from '../../infra/routes.ts';
import { readHttpApi } from '../../local/http-api/api-definition.ts';
import { synthesise } from '../support/hotline-templates.ts';

const hotline = synthesise('prod');
afterAll(() => hotline.close());

const { routes } = readHttpApi(hotline.resources);
const rows = apiFunctionIds.flatMap((id) =>
  routesOf[id].map((route) => ({ ...route, id, key: routeKey(route) })),
);

describe('the HTTP API', () => {
  it('has the routes of the tables, no more and no fewer', () => {
    expect(routes.map((route) => route.routeKey).toSorted()).toEqual(
      rows.map(({ key }) => key).toSorted(),
    );
  });

  it.each(rows)('$key is answered by $id and asks for $scope', ({ key, id, scope }) => {
    const route = routes.find((one) => one.routeKey === key)!;
    expect(route.functionName).toBe(`1022-prod-${id}`);
    expect(route.scopes).toEqual(scope === null ? [] : [scope]);
    expect(route.authorizer === undefined).toBe(scope === null);
  });

  it('accepts tokens of the pool for each of its clients, and of nobody else', () => {
    const [pool] = hotline.resources.ofType('AWS::Cognito::UserPool');
    const clients = hotline.resources.ofType('AWS::Cognito::UserPoolClient');
    for (const { authorizer } of routes.filter(({ scopes }) => scopes.length > 0)) {
      expect(authorizer!.issuer).toMatch(new RegExp(`/${pool!.ref}$`));
      expect(authorizer!.audience.toSorted()).toEqual(clients.map(({ ref }) => ref).toSorted());
    }
  });

  it('lets the web app ask by version and tag, and read them', () => {
    const [{ properties } = { properties: {} }] =
      hotline.resources.ofType('AWS::ApiGatewayV2::Api');
    expect(properties).toMatchObject({
      CorsConfiguration: {
        AllowOrigins: [hotline.stage.webOrigin],
        AllowHeaders: expect.arrayContaining(['if-match', 'if-none-match']) as string[],
        ExposeHeaders: expect.arrayContaining(['etag']) as string[],
      },
    });
  });

  it('throttles everybody, and citizens more tightly', () => {
    const [{ properties } = { properties: {} }] = hotline.resources.ofType(
      'AWS::ApiGatewayV2::Stage',
    );
    const { throttle, citizenThrottle } = hotline.stage;
    expect(properties).toMatchObject({
      DefaultRouteSettings: {
        ThrottlingRateLimit: throttle.rateLimit,
        ThrottlingBurstLimit: throttle.burstLimit,
      },
      RouteSettings: Object.fromEntries(
        routesOf.citizen.map((route) => [
          routeKey(route),
          {
            ThrottlingRateLimit: citizenThrottle.rateLimit,
            ThrottlingBurstLimit: citizenThrottle.burstLimit,
          },
        ]),
      ),
    });
    expect(citizenThrottle.rateLimit).toBeLessThan(throttle.rateLimit);
  });

  it('logs ids, and neither addresses nor paths, which hold tracking codes', () => {
    const [stage] = hotline.resources.ofType('AWS::ApiGatewayV2::Stage');
    const { Format } = stage!.properties['AccessLogSettings'] as { Format: string };
    const logged = [...Format.matchAll(/\$context\.[\w.]+/g)].map(([variable]) => variable);
    expect(logged).toContain('$context.requestId');
    expect(logged.join(' ')).not.toMatch(/path|sourceIp|userAgent|identity/i);
  });
});
