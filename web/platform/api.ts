import createClient, { type Client } from 'openapi-fetch';
import { keptLanguage } from '../words/language.tsx';
import { problemOf, unreachable } from './api-problem.ts';
import type { components, paths } from './api-types.ts';
import type { Session } from './session.ts';

export type Schemas = components['schemas'];
export type Api = Client<paths>;

/** The API as the person who is signed in; problems come back in their language. */
export const createApi = (session: Session): Api =>
  createClient<paths>({ baseUrl: '/', fetch: (request) => send(request, session) });

async function send(request: Request, session: Session): Promise<Response> {
  const again = request.clone();
  const token = await session.token();
  const response = await reach(request, token);
  return response.status === 401 ? reach(again, await session.tokenAfter(token)) : response;
}

async function reach(request: Request, token: string): Promise<Response> {
  request.headers.set('authorization', `Bearer ${token}`);
  request.headers.set('accept-language', keptLanguage());
  try {
    return await fetch(request);
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw unreachable();
  }
}

interface Answered<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** What was asked for; throws `ApiProblem` for anything else. For queries and mutations of TanStack Query. */
export async function ask<T>(answer: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await answer;
  if (!response.ok) throw problemOf(error, response);
  // Whatever answers well has what the description says, which may be nothing.
  return data as T;
}

/** The version that a change was decided on, as the API wants it. */
export const ifMatch = (version: number): { readonly 'If-Match': string } => ({
  'If-Match': `"${version}"`,
});
