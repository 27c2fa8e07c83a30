import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { build } from '../local/build.ts';
import { DEFAULT_DIR, startHost } from '../local/host.ts';
import { holderOf } from '../local/host/lock.ts';
import type { InvocationResult } from '../local/types.ts';

const USAGE = 'npm run invoke -- <function> <file with the event> [--dir .local]';

/**
 * Runs one function with the event of a file on the local store, in the host that is running there or in one of its
 * own, and prints what it returns. Exit code 1 when the function fails.
 */
const { values, positionals } = parseArgs({
  options: { dir: { type: 'string', default: DEFAULT_DIR } },
  allowPositionals: true,
});
const [functionName, file] = positionals;

try {
  if (functionName === undefined || file === undefined) throw new Error(USAGE);
  const event = readEvent(file);
  const running = holderOf(values.dir)?.url;
  const result = await (running === undefined
    ? invokeHere(functionName, event)
    : invokeThere(running, { functionName, event }));
  console.log(JSON.stringify(result.payload, null, 2));
  if (!result.ok) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

function readEvent(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} holds no event: ${String(error)}`);
  }
}

async function invokeHere(name: string, event: unknown): Promise<InvocationResult> {
  await build();
  const host = await startHost({ dir: values.dir, port: 0, quiet: true });
  try {
    return await host.invoke(name, event);
  } finally {
    await host.close();
  }
}

async function invokeThere(url: string, request: object): Promise<InvocationResult> {
  const response = await fetch(new URL('/local/invoke', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  const answer = (await response.json()) as InvocationResult & { readonly message?: string };
  if (!response.ok) throw new Error(answer.message ?? `The host answers ${response.status}`);
  return answer;
}
