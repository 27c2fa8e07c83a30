/**
 * `node:stream/web` for a bundle. Middy asks only whether a streamed answer is a ReadableStream; importing the module
 * makes Node compile all web streams (a twelfth of a start), whereas the global of the same name does so when touched.
 */
export const ReadableStream = {
  [Symbol.hasInstance]: (value: unknown): boolean => value instanceof globalThis.ReadableStream,
};
