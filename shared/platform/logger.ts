import { type LogCode, logCodes } from './log-codes.ts';

/** Codes, ids, counts: never a payload, a name or a number of a citizen. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One JSON line; Lambda's JSON log format adds time and request id. */
export const log = (code: LogCode, fields: LogFields = {}): void => {
  console[logCodes[code]](JSON.stringify({ code, ...fields }));
};

/** What may be said of something that was thrown: its kind and place, not its words, which may quote a payload. */
export const causeOf = (thrown: unknown): LogFields =>
  thrown instanceof Error
    ? { error: thrown.name, at: thrown.stack?.split('\n').slice(1, 4).join(' | ').trim() }
    : { error: typeof thrown };
