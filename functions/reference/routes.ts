import type { Route } from '../../shared/contracts/route.ts';
import { WebConfigBody } from '../../shared/contracts/web-config.ts';

const open = { method: 'GET', scope: null, permission: null, success: { status: 200 } } as const;

/** The description of the API, for people and programs, and of this deployment for its web app. */
export const referenceRoutes = [
  {
    ...open,
    operation: 'getOpenApi',
    path: '/openapi.json',
    summary: 'This description (OpenAPI 3.1)',
  },
  {
    ...open,
    operation: 'getWebConfig',
    path: '/config.json',
    summary: 'What the web app must know of this deployment',
    success: { status: 200, schema: WebConfigBody },
  },
  { ...open, operation: 'getDocs', path: '/docs', summary: 'A page to read and try the API' },
  {
    ...open,
    operation: 'getDocsScript',
    path: '/docs/swagger-ui.js',
    summary: "The page's script",
  },
  { ...open, operation: 'getDocsSetUp', path: '/docs/set-up.js', summary: "The page's set-up" },
  { ...open, operation: 'getDocsStyle', path: '/docs/swagger-ui.css', summary: "The page's style" },
  {
    ...open,
    operation: 'getDocsSignedIn',
    path: '/docs/oauth2-redirect.html',
    summary: 'Where the sign-in of the page returns to',
  },
  {
    ...open,
    operation: 'getDocsSignedInScript',
    path: '/docs/oauth2-redirect.js',
    summary: 'Script of the returning page',
  },
] as const satisfies readonly Route[];
