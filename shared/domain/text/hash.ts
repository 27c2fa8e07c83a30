/** FNV-1a over UTF-16 units with a last mixing of Murmur3: even, fast, the same on every machine. */
export function hash(text: string, seed: number): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return stirred(value);
}

/** One hash of two in their order. */
export const mixed = (first: number, second: number): number =>
  stirred(Math.imul(first, 0x9e3779b1) ^ second);

function stirred(start: number): number {
  let value = Math.imul(start ^ (start >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
