import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import type { CounterPlace } from './statistics-keys.ts';

/** What the attributes of one counter row change by. */
export type RowChange = ReadonlyMap<string, number>;

/** What rows of counters change by, added up: by month and dimension, by row, by attribute. */
export class CounterChanges {
  readonly #partitions = new Map<string, Map<string, Map<string, number>>>();

  add({ partition, sk, attribute }: CounterPlace, by: number): void {
    this.#addTo(this.#rowOf(partition, sk), attribute, by);
  }

  /** Adds what was packed. */
  addPacked(bytes: Uint8Array): void {
    for (const [partition, rows] of Object.entries(unpack(bytes))) {
      for (const [sk, changes] of Object.entries(rows)) {
        const row = this.#rowOf(partition, sk);
        for (const [attribute, by] of Object.entries(changes)) this.#addTo(row, attribute, by);
      }
    }
  }

  rowsOf(partition: string): ReadonlyMap<string, RowChange> {
    return this.#partitions.get(partition) ?? NO_ROWS;
  }

  *rows(): Generator<{
    readonly partition: string;
    readonly sk: string;
    readonly change: RowChange;
  }> {
    for (const [partition, rows] of this.#partitions) {
      for (const [sk, change] of rows) yield { partition, sk, change };
    }
  }

  /** Small enough that some tens of them are read with every figure. What one case gave and another took is left out. */
  pack(): Uint8Array {
    const packed: Packed = {};
    for (const { partition, sk, change } of this.rows()) {
      const changed = [...change].filter(([, by]) => by !== 0);
      if (changed.length > 0) (packed[partition] ??= {})[sk] = Object.fromEntries(changed);
    }
    return deflateRawSync(JSON.stringify(packed));
  }

  #rowOf(partition: string, sk: string): Map<string, number> {
    const rows = this.#partitions.get(partition) ?? new Map<string, Map<string, number>>();
    this.#partitions.set(partition, rows);
    const row = rows.get(sk) ?? new Map<string, number>();
    rows.set(sk, row);
    return row;
  }

  #addTo(row: Map<string, number>, attribute: string, by: number): void {
    row.set(attribute, (row.get(attribute) ?? 0) + by);
  }
}

const NO_ROWS: ReadonlyMap<string, RowChange> = new Map();

const Packed = z.record(z.string(), z.record(z.string(), z.record(z.string(), z.int())));
type Packed = z.infer<typeof Packed>;

/** Throws for what we did not write. */
const unpack = (bytes: Uint8Array): Packed =>
  Packed.parse(JSON.parse(inflateRawSync(bytes).toString('utf8')));
