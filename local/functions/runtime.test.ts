import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createClock } from '../clock.ts';
import type { FunctionRuntime } from '../types.ts';
import type { FunctionDefinition } from './definition.ts';
import type { FunctionError } from './messages.ts';
import { createRuntime } from './runtime.ts';

const running: FunctionRuntime[] = [];
const dirs: string[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((runtime) => runtime.close()));
  for (const dir of dirs.splice(0)) rmSync(dir, { recursive: true, force: true });
});

interface Files {
  readonly [name: string]: string;
}

/** A runtime with one function, `desk`, made of these files. */
function setup(files: Files, given: Partial<FunctionDefinition> = {}) {
  const dir = mkdtempSync(join(tmpdir(), 'functions-'));
  dirs.push(dir);
  const folder = join(dir, 'bundle');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const clock = createClock();
  const definition: FunctionDefinition = {
    name: 'desk',
    arn: 'arn:aws:lambda:ap-southeast-1:000000000000:function:desk',
    folder,
    handler: 'index.handler',
    runtime: 'nodejs24.x',
    timeoutMs: 5_000,
    memoryMb: 128,
    workers: 2,
    variables: { CASES_TABLE_NAME: 'cases' },
    ...given,
  };
  const endpointUrl = 'http://127.0.0.1:9';
  const runtime = createRuntime({ definitions: [definition], endpointUrl, clock, dir });
  running.push(runtime);
  return { clock, dir, runtime, invoke: (event?: unknown) => runtime.invoke('desk', event) };
}

const handler = (body: string): Files => ({
  'index.js': `exports.handler = async (event, context) => { ${body} };`,
});

describe('a function', () => {
  it('is given the event and gives its result, both as JSON has them', async () => {
    const { invoke } = setup(handler('return { got: event, at: new Date(0), none: undefined };'));
    const result = await invoke({ text: 'đường', at: new Date(1_000), none: undefined });
    expect(result).toEqual({
      ok: true,
      payload: { got: { text: 'đường', at: '1970-01-01T00:00:01.000Z' }, at: new Date(0).toJSON() },
    });
  });

  it('gives null when it returns nothing', async () => {
    expect(await setup(handler('')).invoke({})).toEqual({ ok: true, payload: null });
  });

  it('sees the environment of its template and of Lambda, and nothing of the host', async () => {
    const { invoke } = setup(handler('return process.env;'));
    const { payload } = await invoke();
    expect(payload).toMatchObject({
      CASES_TABLE_NAME: 'cases',
      AWS_LAMBDA_FUNCTION_NAME: 'desk',
      AWS_ACCESS_KEY_ID: 'desk',
      AWS_REGION: 'ap-southeast-1',
      AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:9',
      AWS_ENDPOINT_URL_SECRETS_MANAGER: 'http://127.0.0.1:9',
    });
    expect(payload).not.toHaveProperty('HOME');
    expect(payload).not.toHaveProperty('PATH');
  });

  it('knows its context', async () => {
    const { invoke } = setup(
      handler('return { ...context, left: context.getRemainingTimeInMillis() };'),
    );
    const { payload } = await invoke();
    expect(payload).toMatchObject({ functionName: 'desk', memoryLimitInMB: '128' });
    const { left } = payload as { left: number };
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(5_000);
  });

  it('reads the clock of the host, wherever that was moved to', async () => {
    const { clock, invoke } = setup(
      handler(
        'const d = new Date(); return [d.getFullYear(), new Date(Date.now()).getFullYear(), ' +
          'd instanceof Date, d.constructor === Date, new Date(0).getTime(), Date().slice(11, 15)];',
      ),
    );
    clock.set(Date.UTC(2019, 10, 15));
    expect((await invoke()).payload).toEqual([2019, 2019, true, true, 0, '2019']);
    clock.set(Date.UTC(2031, 5, 15));
    expect((await invoke()).payload).toEqual([2031, 2031, true, true, 0, '2031']);
  });

  it('has a clock of its own for one event when the caller says when it happens', async () => {
    const { clock, runtime, invoke } = setup(handler('return new Date().getFullYear();'), {
      workers: 1,
    });
    clock.set(Date.UTC(2031, 5, 15));
    const then = await runtime.invoke('desk', {}, { at: Date.UTC(2019, 10, 15) });
    expect(then.payload).toBe(2019);
    expect((await invoke()).payload).toBe(2031);
  });

  it('keeps what it holds between two events and works on one at a time', async () => {
    const { invoke } = setup(
      handler(
        'globalThis.busy = (globalThis.busy ?? 0) + 1; globalThis.count = (globalThis.count ?? 0) + 1;' +
          'await new Promise(setImmediate); const seen = busy; busy -= 1; return { seen, count };',
      ),
      { workers: 1 },
    );
    const results = await Promise.all(Array.from({ length: 5 }, () => invoke()));
    expect(results.map(({ payload }) => payload)).toEqual(
      [1, 2, 3, 4, 5].map((count) => ({ seen: 1, count })),
    );
  });

  it('has as many workers as it may, and no more', async () => {
    const { invoke } = setup(
      {
        'index.js':
          'const { threadId } = require("node:worker_threads");' +
          'exports.handler = async () => { await new Promise(setImmediate); return threadId; };',
      },
      { workers: 2 },
    );
    const results = await Promise.all(Array.from({ length: 8 }, () => invoke()));
    expect(new Set(results.map(({ payload }) => payload)).size).toBe(2);
  });

  it('is CommonJS without a package.json and a module with one that says so', async () => {
    const text = 'export const handler = async () => import.meta.filename.slice(-8);';
    const module = { 'index.js': text, 'package.json': '{"type":"module"}' };
    expect((await setup(module).invoke()).payload).toBe('index.js');
    expect((await setup({ 'index.mjs': text }).invoke()).payload).toBe('ndex.mjs');
  });

  it('writes its output to its log', async () => {
    const { dir, invoke, runtime } = setup(handler('console.log("một"); console.error("hai");'));
    await invoke();
    await runtime.close();
    const log = readFileSync(join(dir, 'logs', 'desk.log'), 'utf8');
    expect(log.split('\n').sort()).toEqual(['', 'hai', 'một']);
  });
});

describe('a function that fails', () => {
  const works = 'if (event.ok) return "works";';

  it.each([
    ['throws', 'throw new TypeError("bad");', { errorType: 'TypeError', errorMessage: 'bad' }],
    ['throws text', 'throw "bad";', { errorType: 'string', errorMessage: 'bad' }],
    [
      'returns what has no JSON',
      'const a = {}; a.a = a; return a;',
      { errorType: 'Error', errorMessage: 'Unable to stringify response body' },
    ],
    [
      'returns too much',
      'return "x".repeat(6_300_000);',
      { errorType: 'Function.ResponseSizeTooLarge', errorMessage: 'The result has more than 6 MB' },
    ],
    [
      'rejects a promise that nobody holds',
      'Promise.reject(new RangeError("lost")); await new Promise(() => undefined);',
      { errorType: 'RangeError', errorMessage: 'lost' },
    ],
    [
      'ends the process',
      'process.exit(3);',
      { errorType: 'Runtime.ExitError', errorMessage: 'Runtime exited with error: exit status 3' },
    ],
    [
      'never settles',
      'await new Promise(() => undefined);',
      { errorType: 'Sandbox.Timedout', errorMessage: 'Task timed out after 0.30 seconds' },
    ],
    [
      'never yields',
      'for (;;);',
      { errorType: 'Sandbox.Timedout', errorMessage: 'Task timed out after 0.30 seconds' },
    ],
  ])('fails that event only: %s', async (_name, body, error) => {
    const { invoke } = setup(handler(works + body), { workers: 1, timeoutMs: 300 });
    expect(await invoke({ ok: true })).toEqual({ ok: true, payload: 'works' });
    expect(await invoke({})).toMatchObject({ ok: false, payload: error });
    expect(await invoke({ ok: true })).toEqual({ ok: true, payload: 'works' });
  });

  it('is stopped when it takes more memory than it has', async () => {
    const { invoke } = setup(handler('const a = []; for (;;) a.push(new Array(1e5).fill("x"));'), {
      memoryMb: 32,
    });
    expect(await invoke({})).toMatchObject({
      ok: false,
      payload: { errorType: 'Runtime.OutOfMemory' },
    });
  });

  it.each([
    ['throws while loading', { 'index.js': 'throw new Error("no config")' }, 'no config'],
    ['exports no handler', { 'index.js': 'exports.other = 1' }, 'index.handler is undefined'],
    ['has no such file', { 'other.js': '' }, "Cannot find module 'index'"],
  ])('says why it %s', async (_name, files, message) => {
    const { payload } = await setup(files).invoke();
    expect((payload as FunctionError).errorMessage).toContain(message);
  });

  it('is refused an event above the limit of Lambda, and one for a function that is not there', async () => {
    const { invoke, runtime } = setup(handler('return 1;'));
    expect((await invoke('x'.repeat(6_300_000))).ok).toBe(false);
    expect(await runtime.invoke('nobody', {})).toMatchObject({
      payload: { errorType: 'ResourceNotFoundException' },
    });
  });
});
