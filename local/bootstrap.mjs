// Runs on any Node from 20 on with nothing installed: installs what is missing, then runs the real script of a task
// with the project's own Node. Plain JavaScript and built-ins only.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');

/** The first version that runs TypeScript by itself. */
const OLDEST_NODE = [22, 18];
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** What each task runs, one after the other; further arguments go to the last. */
const tasks = {
  start: [['local/main.ts']],
  test: [['scripts/checks.ts']],
  check: [['scripts/checks.ts', '--quick']],
  replay: [['local/replay/main.ts']],
  invoke: [['scripts/invoke.ts']],
  synth: [['infra/bundle.ts'], ['infra/app.ts']],
  calendar: [['scripts/calendar.ts']],
  classify: [['scripts/classify.ts']],
  'import:areas': [['scripts/import-areas.ts']],
  train: [['scripts/train.ts']],
  evaluate: [['scripts/evaluate.ts']],
  screens: [['scripts/screens.ts']],
};

const [task = '', ...args] = process.argv.slice(2);
const steps = tasks[task];
if (steps === undefined) {
  stop(`"${task}" is no task. There are: ${Object.keys(tasks).join(', ')}`, 2);
}
// As npm does it: a task finds the files that it is given from where the person is.
process.env.INIT_CWD ??= process.cwd();
process.chdir(root);
if (!isInstalled()) await install();
const node = findNode();
for (const [index, step] of steps.entries()) {
  const given = index === steps.length - 1 ? [...step, ...args] : step;
  const { code } = await execute(node, given, ['inherit', 'inherit', 'inherit', 'ipc']);
  if (code !== 0) process.exit(code);
}

/** Whether node_modules holds the versions of package-lock.json; those for other platforms are not there. */
function isInstalled() {
  const wanted = Object.entries(readPackages('package-lock.json')).filter(([path]) => path !== '');
  const installed = readPackages('node_modules/.package-lock.json');
  return wanted.every(([path, { version, optional, devOptional }]) => {
    const found = installed[path];
    return found === undefined ? Boolean(optional ?? devOptional) : found.version === version;
  });
}

function readPackages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

async function install() {
  console.error('Installing the packages of package-lock.json (npm ci), once …');
  const registry = await execute(...npm('config', 'get', 'registry'), [
    'ignore',
    'pipe',
    'inherit',
  ]);
  const isReachable = await answers(registry.output.trim());
  // Without a network npm would try for minutes; what it needs may lie in its cache all the same.
  // What npm says must not get in among the answers of a task.
  const toErrors = ['inherit', 2, 'inherit'];
  // Warnings would be of the Node that runs npm, which the project does not use afterwards.
  const quietly = ['--loglevel=error', ...(isReachable ? [] : ['--offline'])];
  const { code } = await execute(...npm('ci', ...quietly), toErrors);
  if (code === 0) return;
  if (isReachable) stop('npm ci failed; the reason stands above.');
  stop(
    `Packages are missing, and the npm registry ${registry.output.trim()} cannot be reached. Connect this machine,\n` +
      'or name another registry (npm config set registry <address>), and try again.',
  );
}

/** When npm runs this, the same npm; else the one on the path. */
function npm(...given) {
  const path = process.env.npm_execpath;
  return path ? [process.execPath, [path, ...given]] : ['npm', given];
}

/** A proxy is npm's to find, so that the registry behind one is taken to answer. */
async function answers(registry) {
  const proxies = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];
  if (proxies.some((name) => process.env[name])) return true;
  try {
    await fetch(registry, { method: 'HEAD', signal: AbortSignal.timeout(10_000) });
    return true;
  } catch {
    return false;
  }
}

/** The project's own Node where there is one for this platform, else the one that runs this, if it is new enough. */
function findNode() {
  const own = join(bin, 'node');
  if (existsSync(own) && spawnSync(own, ['--version']).status === 0) return own;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isNewEnough =
    major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  if (isNewEnough) return process.execPath;
  return stop(
    `Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.version}, and the project's own Node\n` +
      'runs on 64-bit Linux only. Install a newer one from https://nodejs.org and try again.',
  );
}

/**
 * Runs one program to its end and hands signals on to it. Ends as it ended when a signal did.
 * The channel `ipc` closes when this process is killed, which tells the child to stop as well.
 */
function execute(command, given, stdio) {
  return new Promise((resolve) => {
    const child = spawn(command, given, {
      env: { ...process.env, PATH: bin + delimiter + (process.env.PATH ?? '') },
      stdio,
    });
    let output = '';
    child.stdout?.on('data', (text) => (output += text));
    const pass = (signal) => child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, pass);
    child.on('error', (error) => stop(`${command} does not run: ${error.message}`));
    child.on('close', (code, signal) => {
      for (const name of SIGNALS) process.off(name, pass);
      if (signal !== null) process.kill(process.pid, signal);
      resolve({ code: code ?? 1, output });
    });
  });
}

function stop(message, code = 1) {
  console.error(message);
  process.exit(code);
}
