import { constants, crc32, deflateRawSync } from 'node:zlib';
import * as z from 'zod';

const count = z.int().min(0);

/** What is known of a ZIP file of which some has been written. */
export const ZipState = z.strictObject({
  /** Bytes so far. */
  offset: count,
  entries: z.array(
    z.strictObject({ name: z.string(), offset: count, crc: count, size: count, packed: count }),
  ),
});
export type ZipState = z.infer<typeof ZipState>;
type Entry = ZipState['entries'][number];

export interface ZipStretch {
  readonly bytes: Uint8Array;
  readonly state: ZipState;
}

/** Four bytes hold sizes and places; longer files need ZIP64, which nothing here comes near (`EXPORT_CASES_MOST`). */
const LONGEST = 0xffff_ffff;

/**
 * ZIP files (APPNOTE 6.3.3) that can be gone on with by another process. Each call deflates for itself and ends at the border of
 * a byte without ending the stream (Z_SYNC_FLUSH), so that the deflated stretches of an entry in a row are one stream; sizes
 * and checksum follow behind it (bit 3).
 */
export const zipStart = (): ZipStretch => ({ bytes: NOTHING, state: { offset: 0, entries: [] } });

const NOTHING = new Uint8Array();

/** Begins an entry; the one before must have ended. */
export function zipEntry(state: ZipState, name: string): ZipStretch {
  const bytes = Buffer.concat([localHeader(name), Buffer.from(name)]);
  const entry = { name, offset: state.offset, crc: 0, size: 0, packed: 0 };
  return {
    bytes,
    state: { offset: state.offset + bytes.length, entries: [...state.entries, entry] },
  };
}

/** More of the entry that was begun last. */
export function zipText(state: ZipState, text: string | Uint8Array): ZipStretch {
  const plain = typeof text === 'string' ? Buffer.from(text) : text;
  const bytes = deflateRawSync(plain, { finishFlush: constants.Z_SYNC_FLUSH });
  return {
    bytes,
    state: withLast(state, bytes.length, (entry) => ({
      ...entry,
      crc: crc32(plain, entry.crc),
      size: entry.size + plain.length,
      packed: entry.packed + bytes.length,
    })),
  };
}

/** Ends the entry: an empty last block of the stream, then what is known of it. */
export function zipEntryEnd(state: ZipState): ZipStretch {
  const entry = lastOf(state);
  const whole = { ...entry, packed: entry.packed + LAST_BLOCK.length };
  if (Math.max(whole.size, whole.offset) > LONGEST) throw new Error('The ZIP file is too long');
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(whole.crc, 4);
  descriptor.writeUInt32LE(whole.packed, 8);
  descriptor.writeUInt32LE(whole.size, 12);
  const bytes = Buffer.concat([LAST_BLOCK, descriptor]);
  return { bytes, state: withLast(state, bytes.length, () => whole) };
}

/** BFINAL, fixed Huffman codes, end of block. */
const LAST_BLOCK = Buffer.from([3, 0]);

/** The directory, with which the file is one. */
export function zipEnd({ offset, entries }: ZipState): Uint8Array {
  const directory = Buffer.concat(entries.flatMap(directoryEntry));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([directory, end]);
}

function lastOf({ entries }: ZipState): Entry {
  const last = entries.at(-1);
  if (last === undefined) throw new Error('No entry of the ZIP file was begun');
  return last;
}

const withLast = (state: ZipState, bytes: number, change: (entry: Entry) => Entry): ZipState => ({
  offset: state.offset + bytes,
  entries: [...state.entries.slice(0, -1), change(lastOf(state))],
});

/** Version 2.0; names in UTF-8 (bit 11), sizes behind the data (bit 3); deflated; the first day that ZIP knows. */
function common(header: Buffer, at: number): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(0x0808, at + 2);
  header.writeUInt16LE(8, at + 4);
  header.writeUInt16LE(0x21, at + 8);
}

function localHeader(name: string): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  common(header, 4);
  header.writeUInt16LE(Buffer.byteLength(name), 26);
  return header;
}

function directoryEntry({ name, offset, crc, size, packed }: Entry): Buffer[] {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  common(header, 6);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packed, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(Buffer.byteLength(name), 28);
  header.writeUInt32LE(offset, 42);
  return [header, Buffer.from(name)];
}
