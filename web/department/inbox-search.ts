import { INBOX_LISTS, type InboxList } from '../../shared/domain/inbox.ts';

/** What the address says of the inbox: a colleague who is sent it sees the same. */
export interface InboxSearch {
  /** Left out: what is new. */
  readonly list?: InboxList;
  readonly service?: string;
  readonly area?: string;
  readonly urgent?: true;
  readonly as?: 'lead' | 'supporting';
  readonly words?: string;
  /** The case that is open beside the list. */
  readonly open?: string;
}

/** As long as the API takes. */
export const WORDS_LIMIT = 120;

/** What makes no sense is left out: an address may be typed, or older than the screen. */
export function readInboxSearch(given: Readonly<Record<string, unknown>>): InboxSearch {
  const list = INBOX_LISTS.find((one) => one === given['list']);
  const search = {
    list: list === 'new' ? undefined : list,
    service: textOf(given['service']),
    area: textOf(given['area']),
    urgent: given['urgent'] === true ? true : undefined,
    as: (['lead', 'supporting'] as const).find((one) => one === given['as']),
    words: textOf(given['words'])?.slice(0, WORDS_LIMIT),
    open: textOf(given['open']),
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)); // What is undefined is gone.
}

/** Numbers too: an address that ends with `area=725` is read as one. */
const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** The part of the address that narrows the list down. */
export type InboxFilters = Pick<InboxSearch, 'service' | 'area' | 'urgent' | 'as' | 'words'>;

export const filtersOf = ({ list: _, open: __, ...filters }: InboxSearch): InboxFilters => filters;

export const countFilters = (search: InboxSearch): number => Object.keys(filtersOf(search)).length;
