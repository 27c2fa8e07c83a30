import { describe, expect, it } from 'vitest';
import { readTarget } from './webhook-target.ts';

const nobody: ReadonlySet<string> = new Set();
const listed: ReadonlySet<string> = new Set(['127.0.0.1', 'hook.local']);

const refusal = (url: string, hosts = nobody) => {
  const read = readTarget(url, hosts);
  return read.ok ? undefined : read.error.reason;
};

describe('an address for webhooks', () => {
  it.each([
    'https://hook.example.vn/1022',
    'https://hook.example.vn:443/',
    'https://hook.example.vn:8443/a?b=c',
    'https://hook.example.vn:3000',
  ])('may be %s', (url) => expect(refusal(url)).toBeUndefined());

  it.each([
    ['', 'NOT_A_URL'],
    ['hook.example.vn', 'NOT_A_URL'],
    [`https://hook.example.vn/${'a'.repeat(2_048)}`, 'NOT_A_URL'],
    ['http://hook.example.vn/', 'NOT_HTTPS'],
    ['ftp://hook.example.vn/', 'NOT_HTTPS'],
    ['file:///etc/passwd', 'NOT_HTTPS'],
    ['gopher://hook.example.vn/', 'NOT_HTTPS'],
    ['https://me:secret@hook.example.vn/', 'HAS_CREDENTIALS'],
    ['https://me@hook.example.vn/', 'HAS_CREDENTIALS'],
    ['https://hook.example.vn:22/', 'PORT_NOT_ALLOWED'],
    ['https://hook.example.vn:80/', 'PORT_NOT_ALLOWED'],
    ['https://hook.example.vn:1023/', 'PORT_NOT_ALLOWED'],
  ])('may not be %s: %s', (url, reason) => expect(refusal(url)).toBe(reason));

  it.each(['http://127.0.0.1:4000/', 'http://hook.local/', 'https://hook.local:81/'])(
    'may be %s where that host is listed',
    (url) => expect(refusal(url, listed)).toBeUndefined(),
  );

  it.each([
    ['http://hook.local.example.vn/', 'NOT_HTTPS'],
    ['http://me:secret@hook.local/', 'HAS_CREDENTIALS'],
    ['ftp://hook.local/', 'NOT_HTTPS'],
  ])('may not be %s even where hosts are listed: %s', (url, reason) =>
    expect(refusal(url, listed)).toBe(reason),
  );
});
