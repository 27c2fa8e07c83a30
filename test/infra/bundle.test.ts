import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { ReadableStream as StandIn } from '../../infra/bundle-stream-web.ts';

it('knows a web stream as the module that it stands in for does', () => {
  const values = [new ReadableStream(), Readable.from(['']), { getReader: null }, null, 'text'];
  const known = values.map(
    (value) => value instanceof (StandIn as unknown as typeof ReadableStream),
  );
  expect(known).toEqual([true, false, false, false, false]);
});
