import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import {
  CENTRE_PEOPLE,
  demonstrationPeople,
  machineAccounts,
  readDepartments,
} from '../local/identity/people.ts';
import { readClientSecrets } from '../local/identity/secrets.ts';
import { machineToken, signIn } from '../local/identity/sign-in.ts';

/** What the host writes while it runs. */
const HostFile = z.object({ url: z.url(), issuer: z.url() });

export interface TokenRequest {
  readonly args: readonly string[];
  /** Folder that the host keeps its data in. */
  readonly localFolder: string;
}

/** A sentence for the person at the terminal, who can do something about it. */
export class TokenProblem extends Error {}

const USAGE =
  'npm run -s token -- <person or machine client> [--issuer <url>] [--scope "<scopes>"]';

/** The access token of a person or a machine client on the running host. Throws TokenProblem. */
export async function tokenFor({ args, localFolder }: TokenRequest): Promise<string> {
  const { name, issuer: given, scope } = readArguments(args);
  const known = knownNames();
  if (!known.all.has(name)) throw new TokenProblem(`Nobody is called ${name}. ${known.help}`);
  const issuer = given ?? issuerOfHost(join(localFolder, 'host.json'));
  const asked = { issuer, ...(scope === undefined ? {} : { scope }) };
  try {
    const { accessToken } = known.machines.has(name)
      ? await machineToken({ ...asked, ...machineSecret(name, localFolder) })
      : await signIn({ ...asked, person: name });
    return accessToken;
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    throw new TokenProblem(`No host answers at ${issuer}. Start it with: npm start`);
  }
}

function readArguments(args: readonly string[]): {
  readonly name: string;
  readonly issuer?: string | undefined;
  readonly scope?: string | undefined;
} {
  const options = { issuer: { type: 'string' }, scope: { type: 'string' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [name, ...more] = positionals;
    if (name !== undefined && more.length === 0) return { name, ...values };
  } catch (error) {
    throw new TokenProblem(`${String(error)}\nUsage: ${USAGE}`);
  }
  throw new TokenProblem(`Whose token?\nUsage: ${USAGE}\n${knownNames().help}`);
}

function knownNames(): {
  readonly all: ReadonlySet<string>;
  readonly machines: ReadonlySet<string>;
  readonly help: string;
} {
  const departments = readDepartments('binh-duong');
  const machines = machineAccounts(departments).map(({ clientId }) => clientId);
  const codes = departments.map(({ code }) => code.toLowerCase());
  return {
    all: new Set([...demonstrationPeople(departments).map(({ id }) => id), ...machines]),
    machines: new Set(machines),
    help:
      `Known: ${CENTRE_PEOPLE.map(({ id }) => id).join(', ')}; ` +
      `officer.<code>, lead.<code> and machine-<code> of a department.\nCodes: ${codes.join(', ')}`,
  };
}

function issuerOfHost(path: string): string {
  if (!existsSync(path))
    throw new TokenProblem(
      'The host is not running (no .local/host.json). Start it with: npm start',
    );
  const parsed = HostFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data.issuer;
  throw new TokenProblem(`${path}: ${z.prettifyError(parsed.error)}`);
}

function machineSecret(
  clientId: string,
  localFolder: string,
): { readonly clientId: string; readonly clientSecret: string } {
  const clientSecret = readClientSecrets(localFolder)[clientId];
  if (clientSecret === undefined)
    throw new TokenProblem(`No secret of ${clientId} in ${localFolder}.`);
  return { clientId, clientSecret };
}

const isUnreachable = (error: unknown): boolean =>
  error instanceof TypeError && error.message === 'fetch failed';

if (import.meta.main) {
  const localFolder = join(import.meta.dirname, '../.local');
  try {
    console.log(await tokenFor({ args: process.argv.slice(2), localFolder }));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
