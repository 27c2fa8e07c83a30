import { canonicalJson } from './canonical-json.ts';
import type { ListProblem } from './published-list.ts';

interface Row {
  readonly code: string;
}

/** A list in place of another. */
export interface ListChange<R extends Row> {
  readonly before: readonly R[];
  readonly next: readonly R[];
}

/** Rows that one publication may add or change: each has its line in the audit, and a transaction of DynamoDB holds 100 writes. */
export const CHANGES_MAX = 90;

/** Codes of rows that came, and of those that say something else than before, in the order of the list. */
export function changesOf<R extends Row>({ before, next }: ListChange<R>) {
  const was = new Map(before.map((row) => [row.code, canonicalJson(row)]));
  return {
    added: next.flatMap(({ code }) => (was.has(code) ? [] : [code])),
    changed: next.flatMap((row) => {
      const text = was.get(row.code);
      return text === undefined || text === canonicalJson(row) ? [] : [row.code];
    }),
  };
}

/** Codes are written into cases and figures for good: none is given twice, and none goes. */
export const rowProblems = <R extends Row>(
  list: string,
  { before, next }: ListChange<R>,
): ListProblem[] => [
  ...next.flatMap(({ code }, index) => {
    const first = next.findIndex((row) => row.code === code);
    if (first === index) return [];
    return [
      {
        ...{ code: 'CODE_REPEATED', path: `${list}[${index}].code` },
        message: `${code} is the code of row ${first + 1} too`,
        messageVi: `mã ${code} trùng với dòng thứ ${first + 1}`,
      },
    ];
  }),
  ...before
    .filter(({ code }) => next.every((row) => row.code !== code))
    .map(({ code }) => ({
      ...{ code: 'CODE_GONE', path: list },
      message: `${code} is missing: cases carry it, so it can only be made inactive`,
      messageVi: `thiếu ${code}: đã có trong hồ sơ nên chỉ có thể ngừng dùng, không thể bỏ`,
    })),
];

export function changesLimit<R extends Row>(list: string, change: ListChange<R>): ListProblem[] {
  const { added, changed } = changesOf(change);
  const count = added.length + changed.length;
  if (count <= CHANGES_MAX) return [];
  return [
    {
      ...{ code: 'TOO_MANY_CHANGES', path: list },
      message: `${count} rows differ; publish at most ${CHANGES_MAX} at a time`,
      messageVi: `có ${count} dòng khác trước; mỗi lần công bố tối đa ${CHANGES_MAX} dòng`,
    },
  ];
}
