import { describe, expect, it } from 'vitest';
import { invalidationOf, uploadsOf } from './web-upload.ts';

const outputs = { WebBucketName: 'files', WebDistributionId: 'E1' };

describe('the upload of the web app', () => {
  it('brings what pages name before the pages, to be kept for ever', () => {
    const [assets] = uploadsOf(outputs);
    expect(assets?.join(' ')).toBe(
      's3 cp web/dist/assets/ s3://files/assets/ --recursive --cache-control public, max-age=31536000, immutable',
    );
  });

  it('takes away pages of before, but no file that an open window may still ask for', () => {
    const [, rest] = uploadsOf(outputs);
    expect(rest?.join(' ')).toBe(
      's3 sync web/dist s3://files --delete --exclude assets/* --exclude .vite/* --cache-control no-cache',
    );
  });

  it('tells the edge', () => {
    expect(invalidationOf(outputs).slice(-4)).toEqual(['--distribution-id', 'E1', '--paths', '/*']);
  });

  it('fails without the stack', () => {
    expect(() => uploadsOf({})).toThrow('WebBucketName');
  });
});
