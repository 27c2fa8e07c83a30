import { SCOPES } from '../../shared/contracts/route.ts';

/** The library draws the page; nothing is fetched from elsewhere. */
export const docsPage = (): string => `<!doctype html>
<html lang="vi">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>1022 · API</title>
  <link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
  <main id="docs"><noscript>Mô tả API: <a href="/openapi.json">/openapi.json</a> · API description</noscript></main>
  <script src="/docs/swagger-ui.js"></script>
  <script src="/docs/set-up.js"></script>
</body>
</html>
`;

export const setUpScript = (clientId: string): string => `const ui = SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  displayRequestDuration: true,
  persistAuthorization: true,
  oauth2RedirectUrl: location.origin + '/docs/oauth2-redirect.html',
});
ui.initOAuth({
  clientId: ${JSON.stringify(clientId)},
  scopes: ${JSON.stringify(['openid', ...SCOPES])},
  usePkceWithAuthorizationCodeGrant: true,
});
`;
