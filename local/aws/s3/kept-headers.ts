import { headerOf, type S3Request } from './request.ts';

const KEPT = ['content-type', 'content-disposition', 'cache-control'];

/** What is given back with the object. */
export function keptHeaders(request: S3Request): Record<string, string> {
  const names = Object.keys(request.headers).filter(
    (name) => KEPT.includes(name) || name.startsWith('x-amz-meta-'),
  );
  return Object.fromEntries(names.map((name) => [name, headerOf(request, name) ?? '']));
}

/** A link may say what some of them shall be. */
export const overriddenHeaders = ({ query }: S3Request): Record<string, string> =>
  Object.fromEntries(
    KEPT.flatMap((name) => {
      const value = query.get(`response-${name}`);
      return value === null ? [] : [[name, value]];
    }),
  );
