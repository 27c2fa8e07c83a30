import type { Resources } from '../types.ts';

/**
 * The physical name of the function that a person means by `desk` or by its whole name. Throws, listing the functions,
 * when none is meant or more than one.
 */
export function findFunction(resources: Resources, wanted: string): string {
  const names = resources.ofType('AWS::Lambda::Function').map(({ name }) => name);
  const endings = names.filter((name) => name.toLowerCase().endsWith(`-${wanted}`.toLowerCase()));
  const found = names.includes(wanted) ? [wanted] : endings;
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  throw new Error(
    `"${wanted}" is ${found.length === 0 ? 'no function' : 'more than one function'}. ` +
      `There are: ${names.sort().join(', ')}`,
  );
}
