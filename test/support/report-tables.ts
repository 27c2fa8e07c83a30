import type { ReadDocx } from './read-documents.ts';

/** Cells of each table of a report, row by row under its head, by the title of the table. */
export const reportTables = ({ xml }: ReadDocx): ReadonlyMap<string, readonly string[][]> =>
  new Map(
    (xml('word/document.xml').match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []).map((table) => {
      const title = /<w:tblCaption w:val="([^"]*)"/.exec(table)?.[1] ?? '';
      const [, ...rows] = table.match(/<w:tr>.*?<\/w:tr>/gs) ?? [];
      return [title, rows.map(cellsOf)];
    }),
  );

const cellsOf = (row: string): string[] =>
  (row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map((cell) =>
    cell
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>'),
  );
