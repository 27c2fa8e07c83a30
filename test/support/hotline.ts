import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, type Call, Session } from '../../local/client/session.ts';
import { prepare } from '../../local/demo/prepare.ts';
import { type Host, startHost } from '../../local/host.ts';

/** A host of its own on a store of its own, with everybody registered; what acceptance tests drive. */
export interface Hotline {
  readonly host: Host;
  readonly session: Session;
  readonly dir: string;
  call(call: Call): Promise<Answer>;
  /** Waits until every stream and queue has been read. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export async function startHotline(options: { readonly cdkOut?: string } = {}): Promise<Hotline> {
  const dir = mkdtempSync(join(tmpdir(), '1022-'));
  const host = await startHost({ dir, port: 0, quiet: true, ...options });
  const session = new Session(host);
  await prepare(host, session);
  return {
    host,
    session,
    dir,
    call: (call) => session.call(call),
    settled: () => host.idle(),
    close: async () => {
      await host.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
