/** The lists of the desk: what it must hand off, whom it has asked, what it answered itself. */
export const DESK_LISTS = ['received', 'awaiting_citizen', 'answered'] as const;
export type DeskList = (typeof DESK_LISTS)[number];

export interface DeskSearch {
  /** Left out: what must be handed off. */
  readonly list?: DeskList;
  /** On a screen too narrow for both; left out: the call. */
  readonly view?: 'queue';
}

export function readDeskSearch({ list, view }: Readonly<Record<string, unknown>>): DeskSearch {
  const known = DESK_LISTS.find((one) => one === list);
  return {
    ...(known !== undefined && known !== 'received' && { list: known }),
    ...(view === 'queue' && { view }),
  };
}
