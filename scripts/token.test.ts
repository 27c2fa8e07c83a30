import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Issuer, startIssuer } from '../local/identity/issuer.ts';
import type { Running } from '../local/types.ts';
import { tokenFor } from './token.ts';

const root = mkdtempSync(join(tmpdir(), 'token-'));
const localFolder = join(root, 'running');
const idleFolder = join(root, 'idle');
let running: Issuer & Running;

beforeAll(async () => {
  running = await startIssuer({ dir: localFolder });
  const host = { url: 'http://127.0.0.1:1', issuer: running.issuer };
  writeFileSync(join(localFolder, 'host.json'), JSON.stringify(host));
  mkdirSync(idleFolder);
});
afterAll(async () => {
  await running.close();
  rmSync(root, { recursive: true });
});

describe('npm run token', () => {
  it('gives the token of a person on the running host', async () => {
    const token = await tokenFor({ args: ['lan'], localFolder });
    expect(decodeJwt(token)).toMatchObject({ sub: 'lan', token_use: 'access' });
  });

  it('gives the token of a machine client with the secret kept beside the host', async () => {
    const token = await tokenFor({ args: ['machine-sxd'], localFolder });
    expect(decodeJwt(token)).toMatchObject({ sub: 'machine-sxd', scope: '1022/department' });
  });

  it('takes another issuer and fewer scopes', async () => {
    const args = ['lead.sxd', '--issuer', running.issuer, '--scope', '1022/department'];
    const token = await tokenFor({ args, localFolder: idleFolder });
    expect(decodeJwt(token)).toMatchObject({ sub: 'lead.sxd', scope: '1022/department' });
  });

  it.each([
    ['names those it knows', ['hoa'], 'Nobody is called hoa. Known: lan, minh, huong'],
    ['asks for a name', [], 'Whose token?'],
    ['shows the way to call it', ['lan', '--what'], 'Usage: npm run -s token'],
    ['says that the host is not running', ['lan'], 'Start it with: npm start'],
    [
      'says that nobody answers',
      ['lan', '--issuer', 'http://127.0.0.1:9'],
      'No host answers at http://127.0.0.1:9',
    ],
  ])('%s', async (_what, args, sentence) => {
    await expect(tokenFor({ args, localFolder: idleFolder })).rejects.toThrow(sentence);
  });
});
