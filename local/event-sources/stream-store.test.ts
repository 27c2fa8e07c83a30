import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cleanUps } from '../aws/test-host.ts';
import { aTable, keysOf, put, startSources, streamTemplate } from './test-sources.ts';

const cleanUp = cleanUps();
afterEach(cleanUp.run);

const start = (table: Awaited<ReturnType<typeof aTable>>) =>
  startSources(cleanUp, {
    parts: streamTemplate(),
    handlers: { reader: () => undefined },
    kept: table.kept,
  });

async function setup() {
  const table = await aTable(cleanUp);
  const database = new DatabaseSync(table.kept.streamStore, { timeout: 5_000 });
  cleanUp.add(() => database.close());
  return {
    table,
    /** Makes what is in the stream two days old. */
    age: () => database.exec('UPDATE _stream_records SET created_at = created_at - 2 * 86400'),
    records: () =>
      database.prepare('SELECT sequence_number AS n FROM _stream_records ORDER BY id').all(),
    plan: () =>
      database
        .prepare(
          'EXPLAIN QUERY PLAN SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records WHERE table_name = ?',
        )
        .all('cases'),
  };
}

describe('the stream records of dynoxide', () => {
  it('are indexed, so that a write does not read all those before it', async () => {
    const { table, plan } = await setup();
    await start(table);
    expect(JSON.stringify(plan())).toContain('USING COVERING INDEX');
  });

  it('are forgotten after a day when they have been read, and the numbers go on', async () => {
    const { table, age, records } = await setup();
    const first = await start(table);
    for (const pk of ['a', 'b', 'c']) await table.client.send(put(pk));
    await first.sources.idle();
    await first.sources.close();
    await first.endpoint.close();
    age();
    const second = await start(table);
    expect(records()).toEqual([{ n: '3' }]);
    await table.client.send(put('d'));
    await second.sources.idle();
    expect(second.events().flatMap(keysOf)).toEqual(['d']);
  });

  it('are kept until they have been read', async () => {
    const { table, age } = await setup();
    await table.client.send(put('a'));
    await table.client.send(put('b'));
    age();
    const { sources, events } = await start(table);
    await sources.idle();
    expect(events().flatMap(keysOf)).toEqual(['a', 'b']);
  });

  it('are read as before when the emulator starts anew on the indexed file', async () => {
    const { table } = await setup();
    const { sources, events } = await start(table);
    const killed = table.emulator.pid()!;
    process.kill(killed, 'SIGKILL');
    await vi.waitFor(() => expect(table.emulator.pid()).not.toBe(killed), { timeout: 5_000 });
    await table.client.send(put('a'));
    await table.client.send(put('b'));
    await sources.idle();
    expect(events().flatMap(keysOf)).toEqual(['a', 'b']);
  });
});
