import { randomInt } from 'node:crypto';
import * as z from 'zod';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-secretsmanager-secret-generatesecretstring.html */
export const GenerateSecretString = z.strictObject({
  PasswordLength: z.int().min(1).max(4096).default(32),
  ExcludeCharacters: z.string().default(''),
  ExcludeLowercase: z.boolean().default(false),
  ExcludeUppercase: z.boolean().default(false),
  ExcludeNumbers: z.boolean().default(false),
  ExcludePunctuation: z.boolean().default(false),
  IncludeSpace: z.boolean().default(false),
  RequireEachIncludedType: z.boolean().default(true),
  GenerateStringKey: z.string().optional(),
  SecretStringTemplate: z.string().optional(),
});
type GenerateSecretString = z.infer<typeof GenerateSecretString>;

/** A secret as the template asks for it: a random string, or a JSON object that holds one. */
export function generateSecret(asked: GenerateSecretString): string {
  const password = generatePassword(asked);
  const { GenerateStringKey: key, SecretStringTemplate: template } = asked;
  if (key === undefined || template === undefined) return password;
  return JSON.stringify({ ...(JSON.parse(template) as object), [key]: password });
}

function generatePassword(asked: GenerateSecretString): string {
  const alphabets = [
    asked.ExcludeLowercase ? '' : 'abcdefghijklmnopqrstuvwxyz',
    asked.ExcludeUppercase ? '' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    asked.ExcludeNumbers ? '' : '0123456789',
    asked.ExcludePunctuation ? '' : '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    asked.IncludeSpace ? ' ' : '',
  ]
    .map((alphabet) =>
      Array.from(alphabet).filter((sign) => !asked.ExcludeCharacters.includes(sign)),
    )
    .filter((alphabet) => alphabet.length > 0);
  const required = asked.RequireEachIncludedType ? alphabets.map(oneOf) : [];
  const every = alphabets.flat();
  const free = Math.max(asked.PasswordLength - required.length, 0);
  const signs = [...required, ...Array.from({ length: free }, () => oneOf(every))];
  return shuffled(signs).slice(0, asked.PasswordLength).join('');
}

function oneOf(alphabet: readonly string[]): string {
  const sign = alphabet[randomInt(Math.max(alphabet.length, 1))];
  if (sign === undefined) throw new Error('GenerateSecretString excludes every character');
  return sign;
}

/** Fisher and Yates, or the required characters would always come first. */
function shuffled(signs: readonly string[]): readonly string[] {
  const rest = [...signs];
  return signs.flatMap(() => rest.splice(randomInt(rest.length), 1));
}
