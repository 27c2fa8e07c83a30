import { describe, expect, it } from 'vitest';
import { createRouteMatcher } from './route-match.ts';

const routeKeys = [
  '$default',
  'ANY /{proxy+}',
  'GET /pets/{proxy+}',
  'GET /pets/dog/{id}',
  'GET /pets/dog/1',
  'ANY /pets/cat/{id}',
  'PUT /pets/cat/{id}',
  'GET /pets/{kind}/{id}/owner',
];
const match = createRouteMatcher(
  routeKeys.map((routeKey) => ({ routeKey, functionName: 'desk', timeoutMs: 1, scopes: [] })),
);

describe('the route of a request', () => {
  // The first five are the example of API Gateway's guide, "Working with routes for HTTP APIs".
  it.each([
    ['GET', '/pets/dog/1', 'GET /pets/dog/1', {}],
    ['GET', '/pets/dog/2', 'GET /pets/dog/{id}', { id: '2' }],
    ['GET', '/pets/bird/1', 'GET /pets/{proxy+}', { proxy: 'bird/1' }],
    ['POST', '/test/5', 'ANY /{proxy+}', { proxy: 'test/5' }],
    ['GET', '/', '$default', {}],
    ['PUT', '/pets/cat/1', 'PUT /pets/cat/{id}', { id: '1' }],
    ['DELETE', '/pets/cat/1', 'ANY /pets/cat/{id}', { id: '1' }],
    ['GET', '/pets/cat/1/owner', 'GET /pets/{kind}/{id}/owner', { kind: 'cat', id: '1' }],
    ['GET', '/pets/dog/%C4%91%2F1', 'GET /pets/dog/{id}', { id: 'đ/1' }],
    ['POST', '/pets/dog/', 'ANY /{proxy+}', { proxy: 'pets/dog/' }],
  ])('%s %s is %s', (method, path, ...expected) => {
    const found = match(method, path);
    expect([found?.route.routeKey, found?.pathParameters]).toEqual(expected);
  });

  it('is none when no route fits', () => {
    const only = createRouteMatcher([
      { routeKey: 'GET /cases/{caseId}', functionName: 'desk', timeoutMs: 1, scopes: [] },
    ]);
    expect(only('GET', '/cases/1')).toBeDefined();
    expect(only('POST', '/cases/1')).toBeUndefined();
    expect(only('GET', '/cases/')).toBeUndefined();
    expect(only('GET', '/cases/1/')).toBeUndefined();
    expect(only('GET', '/cases')).toBeUndefined();
  });

  it('refuses a path that is not well encoded', () => {
    expect(() => match('GET', '/pets/dog/%')).toThrow(URIError);
  });
});
