/** How the table is sorted. What is left out is as the page begins. */
export interface BacklogSearch {
  readonly sort?: string;
  readonly up?: true;
}

export const readBacklogSearch = ({
  sort,
  up,
}: Readonly<Record<string, unknown>>): BacklogSearch => ({
  ...(typeof sort === 'string' && { sort }),
  ...(up === true && { up }),
});

/** Which cases are listed: of a department (`-`: at the desk), of an age, and how many there were. */
export interface BacklogCasesSearch {
  readonly department?: string;
  readonly age?: string;
  readonly count?: number;
}

export const readBacklogCasesSearch = ({
  department,
  age,
  count,
}: Readonly<Record<string, unknown>>): BacklogCasesSearch => ({
  ...(typeof department === 'string' && { department }),
  ...(typeof age === 'string' && { age }),
  ...(typeof count === 'number' && Number.isInteger(count) && count >= 0 && { count }),
});
