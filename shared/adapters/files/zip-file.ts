import { zipEnd, zipEntry, zipEntryEnd, zipStart, type ZipStretch, zipText } from './zip-stream.ts';

/** A file in a ZIP file, by its name there. */
export type ZipPart = readonly [name: string, content: string | Uint8Array];

/** A whole ZIP file, in the order of its parts. */
export function zipFile(parts: readonly ZipPart[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  let { state } = zipStart();
  const take = (stretch: ZipStretch): void => {
    pieces.push(stretch.bytes);
    state = stretch.state;
  };
  for (const [name, content] of parts) {
    take(zipEntry(state, name));
    take(zipText(state, content));
    take(zipEntryEnd(state));
  }
  return Buffer.concat([...pieces, zipEnd(state)]);
}
