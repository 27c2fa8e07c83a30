import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import * as z from 'zod';
import type { CellValue } from '../../domain/export/case-cells.ts';
import type { ColumnType } from '../../domain/export/columns.ts';
import type { Stretch, Table, TableFormat } from '../../ports/exports.ts';

/** The row groups that were written are all that the end of a Parquet file, its directory, is made of. */
const State = z.strictObject({ offset: z.int().min(0), rowGroups: z.string() });

/** Apache Parquet, a row group a stretch, compressed with Snappy. */
export const parquetFormat: TableFormat = {
  contentType: 'application/vnd.apache.parquet',
  begin: (table) => {
    const { bytes, writer } = writing(table);
    return stretchOf(writer, bytes);
  },
  rows: (table, rows, state) => {
    const { bytes, writer } = goingOn(table, state);
    if (rows.length > 0) {
      const columnData = table.columns.map((column, place) => ({
        name: column.key,
        data: rows.map((row) => stored(row[place] ?? null, column.type)),
        // It would have to be carried to the end of the file; readers of whole columns have no use for it.
        offsetIndex: false,
      }));
      void writer.write({ columnData, rowGroupSize: rows.length });
    }
    return stretchOf(writer, bytes);
  },
  end: (table, state) => {
    const { bytes, writer } = goingOn(table, state);
    void writer.finish();
    return bytes.getBytes();
  },
};

interface Writing {
  readonly bytes: ByteWriter;
  readonly writer: ParquetWriter;
}

function writing({ columns }: Table): Writing {
  const bytes = new ByteWriter();
  const schema = schemaFromColumnData({
    columnData: columns.map(({ key, type }) => ({ name: key, data: [], type: TYPES[type] })),
  });
  // Statistics would be kept from stretch to stretch for each column and group.
  return { bytes, writer: new ParquetWriter({ writer: bytes, schema, statistics: false }) };
}

const TYPES = { text: 'STRING', count: 'INT32', instant: 'TIMESTAMP' } as const satisfies Record<
  ColumnType,
  string
>;

/** As if it had written the stretches before itself. */
function goingOn(table: Table, state: unknown): Writing {
  const { offset, rowGroups } = State.parse(state);
  const { bytes, writer } = writing(table);
  bytes.index = 0;
  bytes.offset = offset;
  writer.row_groups = groupsFrom(rowGroups);
  writer.num_rows = writer.row_groups.reduce((sum, { num_rows }) => sum + num_rows, 0n);
  return { bytes, writer };
}

const stretchOf = ({ row_groups }: ParquetWriter, bytes: ByteWriter): Stretch => ({
  bytes: bytes.getBytes(),
  state: { offset: bytes.offset, rowGroups: textOf(row_groups) },
});

type RowGroups = ParquetWriter['row_groups'];

/** JSON has no 64-bit integers. */
const INTEGER = /^(\d+)n$/;

const textOf = (groups: RowGroups): string =>
  JSON.stringify(groups, (_key, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  );

const groupsFrom = (text: string): RowGroups =>
  // Only `textOf` writes it.
  JSON.parse(text, (_key, value: unknown) => {
    const digits = typeof value === 'string' ? INTEGER.exec(value)?.[1] : undefined;
    return digits === undefined ? value : BigInt(digits);
  }) as RowGroups;

const stored = (value: CellValue, type: ColumnType): CellValue | Date =>
  type === 'instant' && typeof value === 'string' ? new Date(value) : value;
