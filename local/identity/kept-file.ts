import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';

/**
 * A file of secrets that is made once and read from then on. Readable by its owner only, and moved into place whole,
 * so that a machine that stops while writing leaves either the old file or the new one.
 */
export function keepSecret<S extends z.ZodType>(
  path: string,
  schema: S,
  make: (before: z.infer<S> | undefined) => z.infer<S>,
): z.infer<S> {
  const before = existsSync(path) ? readSecret(path, schema) : undefined;
  const after = make(before);
  if (after !== before) {
    mkdirSync(dirname(path), { recursive: true });
    const beside = `${path}.${process.pid}.new`;
    writeFileSync(beside, `${JSON.stringify(after, null, 2)}\n`, { mode: 0o600 });
    renameSync(beside, path);
  }
  return after;
}

/** Throws, naming the file, when it is missing or is not what was written. */
export function readSecret<S extends z.ZodType>(path: string, schema: S): z.infer<S> {
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
