import { useKept } from '../platform/kept.ts';
import { useMe } from '../platform/me.ts';

interface Coded {
  readonly code: string;
}

/** A list that holds now, and who made it so. */
export interface HeldList<Row extends Coded> {
  readonly number: number;
  readonly published: { readonly reason: string } | null;
  readonly rows: readonly Row[];
}

/** What somebody is changing, and on which version they began. It outlives the page. */
interface Draft<Row> {
  readonly basedOn: number;
  /** Rows as they would be, each with the one that it takes the place of; null for a new one. */
  readonly changes: readonly { readonly row: Row; readonly was: Row | null }[];
}

/** A row of the draft of which somebody else has published another meanwhile. */
export interface Collision<Row> {
  readonly mine: Row;
  readonly theirs: Row;
}

export interface ListDraft<Row extends Coded> {
  /** The list that holds, with the draft's rows in it. */
  readonly rows: readonly Row[];
  readonly basedOn: number;
  readonly isChanged: boolean;
  /** How a row of the draft differs from the list that holds. */
  readonly markOf: (code: string) => 'new' | 'changed' | null;
  readonly collisions: readonly Collision<Row>[];
  readonly put: (row: Row) => void;
  readonly undo: (code: string) => void;
  /** Goes on with the draft on the list that holds now: what others changed stays, but for the rows of the draft. */
  readonly rebase: () => void;
  readonly discard: () => void;
}

/** Only the rows that were changed are kept, so that what others publish meanwhile is not undone by who publishes next. */
export function useListDraft<Row extends Coded>(
  name: string,
  { number, rows: held }: HeldList<Row>,
): ListDraft<Row> {
  const { subject } = useMe();
  const [draft, set] = useKept<Draft<Row> | null>(`1022-${name}:${subject}`, null);
  const changes = (draft?.changes ?? []).filter(({ row }) => !isSame(row, rowIn(held, row.code)));
  const basedOn = draft?.basedOn ?? number;
  return {
    rows: withChanges(held, changes),
    basedOn,
    isChanged: changes.length > 0,
    markOf: (code) => {
      if (changes.every(({ row }) => row.code !== code)) return null;
      return rowIn(held, code) === undefined ? 'new' : 'changed';
    },
    collisions: changes.flatMap(({ row: mine, was }) => {
      const theirs = rowIn(held, mine.code);
      return theirs === undefined || isSame(theirs, was ?? undefined) ? [] : [{ mine, theirs }];
    }),
    put: (row) => {
      const others = changes.filter((one) => one.row.code !== row.code);
      const known = changes.find((one) => one.row.code === row.code);
      const was = known === undefined ? (rowIn(held, row.code) ?? null) : known.was;
      set({ basedOn, changes: [...others, { row, was }] });
    },
    undo: (code) => {
      const left = changes.filter(({ row }) => row.code !== code);
      set(left.length === 0 ? null : { basedOn, changes: left });
    },
    rebase: () =>
      set({
        basedOn: number,
        changes: changes.map(({ row }) => ({ row, was: rowIn(held, row.code) ?? null })),
      }),
    discard: () => set(null),
  };
}

const rowIn = <Row extends Coded>(rows: readonly Row[], code: string): Row | undefined =>
  rows.find((row) => row.code === code);

const isSame = (one: unknown, other: unknown): boolean =>
  other !== undefined && JSON.stringify(one) === JSON.stringify(other);

function withChanges<Row extends Coded>(
  held: readonly Row[],
  changes: readonly { readonly row: Row }[],
): readonly Row[] {
  const mine = changes.map(({ row }) => row);
  return [
    ...held.map((row) => rowIn(mine, row.code) ?? row),
    ...mine.filter(({ code }) => rowIn(held, code) === undefined),
  ];
}
