import { err, ok, type Result } from '../domain/result.ts';

type Sign = (text: string) => Promise<string>;

/** A place in one list, signed together with the list it belongs to: a cursor cannot be made up or moved elsewhere. */
export async function writeCursor(list: string, after: string, sign: Sign): Promise<string> {
  const place = Buffer.from(after).toString('base64url');
  return `${place}.${await sign(`${list}\n${after}`)}`;
}

export async function readCursor(
  list: string,
  cursor: string,
  sign: Sign,
): Promise<Result<string, { readonly code: 'CURSOR_INVALID' }>> {
  const [place = '', signature] = cursor.split('.');
  const after = Buffer.from(place, 'base64url').toString('utf8');
  return signature !== undefined && signature === (await sign(`${list}\n${after}`))
    ? ok(after)
    : err({ code: 'CURSOR_INVALID' });
}
