/** The element of a list that has one alone; null of any other list. */
export const onlyOne = <T>([first, ...others]: readonly T[]): T | null =>
  first !== undefined && others.length === 0 ? first : null;
