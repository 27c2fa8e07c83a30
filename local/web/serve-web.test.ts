import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { message } from '../http-api/answer.ts';
import { type HttpServer, listen } from '../http-api/server.ts';
import type { Template, TemplateResource } from '../template/assembly.ts';
import { resolveTemplates } from '../template/resources.ts';
import { createWebServer } from './serve-web.ts';

const CODE = `function handler(event) {
  var request = event.request;
  if (request.uri.indexOf('.') < 0) request.uri = '/index.html';
  return request;
}`;

const resource = (Type: string, Properties: Record<string, unknown>): TemplateResource => ({
  Type,
  Properties,
  Metadata: {},
  Condition: undefined,
});

function templates(security: object = {}): ReadonlyMap<string, Template> {
  const Resources = {
    Rewrite: resource('AWS::CloudFront::Function', { Name: 'rewrite', FunctionCode: CODE }),
    Headers: resource('AWS::CloudFront::ResponseHeadersPolicy', {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'self'", Override: true },
          ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption: 'DENY', Override: true },
          ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, IncludeSubdomains: true },
          ...security,
        },
      },
    }),
    Distribution: resource('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        DefaultCacheBehavior: {
          ResponseHeadersPolicyId: { Ref: 'Headers' },
          FunctionAssociations: [
            {
              EventType: 'viewer-request',
              FunctionARN: { 'Fn::GetAtt': ['Rewrite', 'FunctionARN'] },
            },
          ],
        },
        CacheBehaviors: [{ PathPattern: '/v1/*' }, { PathPattern: '/config.json' }],
      },
    }),
  };
  const template = { Resources, Outputs: {}, Conditions: {}, Mappings: {}, Parameters: {} };
  return new Map([['Local-Web', template]]);
}

let server: HttpServer;
const folder = mkdtempSync(join(tmpdir(), '1022-web-'));
const files = join(folder, 'dist');

beforeAll(async () => {
  mkdirSync(join(files, 'assets'), { recursive: true });
  writeFileSync(join(files, 'index.html'), '<h1>the app</h1>');
  writeFileSync(join(files, 'assets', 'app-1a2b.js'), 'run()');
  writeFileSync(join(folder, 'secret.txt'), 'not yours');
  const web = createWebServer(resolveTemplates(templates()), files);
  server = await listen(0);
  server.serve({
    mounts: new Map(),
    answer: (request) => web(request) ?? Promise.resolve(message(404, 'the API')),
  });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** As it is typed: fetch would tidy the path. */
const get = (path: string, method = 'GET') =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const request = httpRequest(new URL(server.url), { path, method }, (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      });
      request.on('error', reject).end();
    },
  );

describe('the web app on this machine', () => {
  it('is delivered with the headers of the distribution', async () => {
    const { status, headers, body } = await get('/');
    expect({ status, body }).toEqual({ status: 200, body: '<h1>the app</h1>' });
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': "default-src 'self'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    });
  });

  it('leads a page of the app to the app, as the function of the distribution does', async () => {
    expect((await get('/cases/abc')).body).toBe('<h1>the app</h1>');
  });

  it('lets files that are named after their content be kept', async () => {
    const { headers } = await get('/assets/app-1a2b.js');
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it.each(['/v1/desk/cases', '/config.json'])('leaves %s to the API', async (path) =>
    expect((await get(path)).body).toContain('the API'),
  );

  it.each([
    ['/nothing.js', 'GET', 404],
    ['/', 'POST', 403],
    ['/../secret.txt', 'GET', 404],
    ['/%2e%2e/secret.txt', 'GET', 404],
    ['/..%2fsecret.txt', 'GET', 404],
    ['/%ff', 'GET', 404],
  ])('%s by %s is answered with %i', async (path, method, status) => {
    const answer = await get(path, method);
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain('not yours');
  });

  it('is not started with a header that this host would leave out', () => {
    const more = templates({ XSSProtection: { Protection: true, Override: true } });
    expect(() => createWebServer(resolveTemplates(more), files)).toThrow('XSSProtection');
  });

  it('is not there where the templates have none', () => {
    const web = createWebServer(resolveTemplates(new Map()), files);
    expect(web({ url: '/', method: 'GET', headers: {} } as never)).toBeUndefined();
  });
});
