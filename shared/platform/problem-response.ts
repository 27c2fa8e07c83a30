import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type AppError, problems } from './problems.ts';

export type Language = 'vi' | 'en';

/** Vietnamese unless the caller prefers English. */
export const languageOf = (acceptLanguage: string | undefined): Language =>
  /^\s*en\b/i.test(acceptLanguage ?? '') ? 'en' : 'vi';

/** RFC 9457. Members of the error beside its code are given to the caller as they are. */
export function problemResponse(
  error: AppError,
  { language, requestId }: { readonly language: Language; readonly requestId: string },
): APIGatewayProxyStructuredResultV2 {
  const { code, ...members } = error;
  const [status, vi, en] = problems[code];
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      'cache-control': 'no-store',
      ...(code === 'TOO_MANY_ATTEMPTS' ? { 'retry-after': '3600' } : {}),
    },
    body: JSON.stringify({
      type: `urn:1022:problem:${code.toLowerCase().replaceAll('_', '-')}`,
      title: language === 'en' ? en : vi,
      status,
      code,
      requestId,
      ...members,
    }),
  };
}
