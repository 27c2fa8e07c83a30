import { describe, expect, it } from 'vitest';
import { type Address, CheckedWebhookTargets } from './webhook-targets.ts';

const PUBLIC: Address = { address: '8.8.8.8', family: 4 };
const PRIVATE: Address = { address: '10.0.0.5', family: 4 };

/** Answers with each of these in turn, then with the last for ever. */
function setup(answers: readonly (readonly Address[])[], privateHosts = '') {
  const asked: string[] = [];
  const resolve = (host: string) => {
    asked.push(host);
    return Promise.resolve(answers[Math.min(asked.length, answers.length) - 1] ?? []);
  };
  const targets = new CheckedWebhookTargets({ privateHosts, resolve });
  const reason = async (url: string) => {
    const checked = await targets.check(url);
    return checked.ok ? undefined : checked.error.reason;
  };
  return { targets, asked, reason };
}

describe('a webhook target', () => {
  it('is accepted when its name leads to the public internet', async () => {
    const { targets } = setup([[PUBLIC]]);
    expect(await targets.check('https://hook.example.vn/')).toEqual({ ok: true, value: null });
  });

  it('is refused when one of its addresses is private', async () => {
    const { reason } = setup([[PUBLIC, PRIVATE]]);
    expect(await reason('https://hook.example.vn/')).toBe('PRIVATE_ADDRESS');
  });

  it('is refused when the name leads nowhere', async () => {
    const { reason } = setup([[]]);
    expect(await reason('https://hook.example.vn/')).toBe('UNRESOLVABLE');
  });

  it('is refused when the resolver fails', async () => {
    const resolve = () => Promise.reject(new Error('ENOTFOUND'));
    const targets = new CheckedWebhookTargets({ privateHosts: '', resolve });
    expect(await targets.check('https://hook.example.vn/')).toMatchObject({
      error: { reason: 'UNRESOLVABLE' },
    });
  });

  it('is refused when a name that was public has become private', async () => {
    const { reason } = setup([[PUBLIC], [PRIVATE]]);
    expect(await reason('https://hook.example.vn/')).toBeUndefined();
    expect(await reason('https://hook.example.vn/')).toBe('PRIVATE_ADDRESS');
  });

  it('is located with one look at the name, at the addresses that were checked', async () => {
    const { targets, asked } = setup([[PUBLIC], [PRIVATE]]);
    expect(await targets.locate('https://hook.example.vn/')).toMatchObject({
      value: { addresses: [PUBLIC] },
    });
    expect(asked).toEqual(['hook.example.vn']);
  });

  it.each([
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f000001/',
    'https://0177.0.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[::1]/',
    'https://[::ffff:169.254.169.254]/',
    'https://[fd00:ec2::254]/',
    'https://localhost/',
  ])('is refused in whatever way it writes a private address: %s', async (url) => {
    const targets = new CheckedWebhookTargets({ privateHosts: '' });
    expect(await targets.check(url)).toMatchObject({ error: { reason: 'PRIVATE_ADDRESS' } });
  });

  it('may be private where its host is listed, and no other host then', async () => {
    const { reason } = setup([[PRIVATE]], ' hook.local , other.local');
    expect(await reason('http://hook.local:4000/')).toBeUndefined();
    expect(await reason('https://hook.example.vn/')).toBe('PRIVATE_ADDRESS');
  });
});
