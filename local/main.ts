import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { Session } from './client/session.ts';
import { loadDemonstration } from './demo/load.ts';
import { prepare } from './demo/prepare.ts';
import { DEFAULT_DIR, DEFAULT_PORT, type Host, startHost } from './host.ts';
import { isMoved } from './host/kept-clock.ts';
import { CENTRE_PEOPLE } from './identity/people.ts';

/** `npm start`: builds the templates, runs them, says where everything is, and stops cleanly when it is told to. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: String(DEFAULT_PORT) },
    dir: { type: 'string', default: DEFAULT_DIR },
  },
});

let starting: Promise<Host> | undefined;
let stopping: Promise<void> | undefined;
const isStopping = () => stopping !== undefined;
stopWhenTold();
try {
  console.log('Đang dựng hệ thống … · Building …');
  await build();
  starting = startHost({ dir: values.dir, port: Number(values.port), quiet: true });
  const host = await starting;
  await furnish(host, values.dir);
  console.log(whereToGo(host, values.dir));
  if (isMoved(host.clock)) console.log(movedClock(host));
} catch (error) {
  // What was under way when the host was told to stop does not come to its end.
  if (!isStopping()) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

/** Gives everybody their role and, the first time, loads the demonstration; what is there already stays. */
async function furnish(host: Host, dir: string): Promise<void> {
  const session = new Session(host);
  await prepare(host, session);
  const loaded = join(dir, 'demonstration.json');
  if (existsSync(loaded)) return;
  console.log('Đang nạp dữ liệu mẫu … · Loading the demonstration …');
  const cases = await loadDemonstration(session, new Date(host.clock.now()));
  writeFileSync(loaded, JSON.stringify({ cases }));
}

function whereToGo({ url, issuer }: Host, dir: string): string {
  return `
Mở · Open  ${url}

  Tài liệu và dùng thử · Read and try the API   ${url}/docs
  API                                           ${url}/v1
  Đăng nhập · Sign-in (OpenID)                  ${issuer}
  Trạng thái · Status                           ${url}/local/status
  Đồng hồ · Clock                               ${url}/local/clock
  Dữ liệu, nhật ký · Data, logs                 ${dir}, ${dir}/logs

  Người dùng thử, không cần mật khẩu · People to sign in as, without a password
${person('lan', 'điện thoại viên · agent')}
${person('huong', 'trưởng ca · supervisor')}
${person('quang', 'quản lý · manager')}
${person('tuan', 'quản trị · admin')}
    officer.<mã>                  cán bộ đơn vị · a department's officer, as officer.sxd
    lead.<mã>                     lãnh đạo đơn vị · its lead

  Lấy token · A token in a shell                npm run -s token -- lan
  Tám tháng của Bình Dương · Eight months       npm run replay

Ctrl+C dừng · stops`;
}

function movedClock({ url, clock }: Host): string {
  const now = new Date(clock.now()).toISOString();
  return `
Đồng hồ đang ở ${now}, nơi nó được dời đến; để trở lại giờ thực:
The clock stands at ${now}, where it was moved to; back to real time:
  curl -X POST ${url}/local/clock -H 'content-type: application/json' -d '{"reset":true}'`;
}

function person(id: string, does: string): string {
  const found = CENTRE_PEOPLE.find((one) => one.id === id);
  return `    ${id.padEnd(12)}${(found?.name ?? '').padEnd(18)}${does}`;
}

/** Also when whoever started this host is gone: nobody would stop it then. */
function stopWhenTold(): void {
  const stop = () => (stopping ??= close());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'])
    process.on(signal, () => void stop());
  // The channel to the starter must not keep this process alive by itself.
  process.channel?.unref();
}

/** A host that is still starting is stopped when it has started. */
async function close(): Promise<void> {
  try {
    await (await starting)?.close();
  } finally {
    process.exit(0);
  }
}
