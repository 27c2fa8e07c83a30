import * as z from 'zod';
import type { CellValue } from '../../domain/export/case-cells.ts';
import type { Stretch, Table, TableColumn, TableFormat } from '../../ports/exports.ts';
import { sheetStart, xmlText, workbookParts } from './xlsx-parts.ts';
import {
  zipEnd,
  zipEntry,
  zipEntryEnd,
  zipStart,
  ZipState,
  type ZipStretch,
  zipText,
} from './zip-stream.ts';

/** The head is row 1. */
const State = z.strictObject({ zip: ZipState, written: z.int().min(1) });

/**
 * A workbook of one sheet, written row by row (ECMA-376). Text is typed as text in its cell, so nothing in it can become a
 * formula or lose its zeros; instants are dates.
 */
export const xlsxFormat: TableFormat = {
  contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  begin: (table) => {
    const parts = workbookParts(table).flatMap(([name, text]) => [
      (state: ZipState) => zipEntry(state, name),
      (state: ZipState) => zipText(state, text),
      zipEntryEnd,
    ]);
    const { bytes, state } = inTurn(zipStart().state, [
      ...parts,
      (zip) => zipEntry(zip, 'xl/worksheets/sheet1.xml'),
      (zip) => zipText(zip, sheetStart(table) + headRow(table)),
    ]);
    return { bytes, state: { zip: state, written: 1 } };
  },
  rows: (table, rows, state): Stretch => {
    const { zip, written } = State.parse(state);
    const text = rows.map((row, index) => rowXml(row, written + index + 1, table)).join('');
    const stretch = zipText(zip, text);
    return {
      bytes: stretch.bytes,
      state: { zip: stretch.state, written: written + rows.length },
    };
  },
  end: (_table, state) => {
    const { bytes, state: zip } = inTurn(State.parse(state).zip, [
      (open) => zipText(open, '</sheetData></worksheet>'),
      zipEntryEnd,
    ]);
    return Buffer.concat([bytes, zipEnd(zip)]);
  },
};

function inTurn(
  start: ZipState,
  steps: readonly ((state: ZipState) => ZipStretch)[],
): { readonly bytes: Uint8Array; readonly state: ZipState } {
  const pieces: Uint8Array[] = [];
  let state = start;
  for (const step of steps) {
    const stretch = step(state);
    pieces.push(stretch.bytes);
    state = stretch.state;
  }
  return { bytes: Buffer.concat(pieces), state };
}

const headRow = ({ columns }: Table): string =>
  rowOf(
    1,
    columns.map(({ heading }, place) => textCell(heading, `${letters(place)}1`, ' s="2"')),
  );

const rowXml = (row: readonly CellValue[], number: number, table: Table): string =>
  rowOf(
    number,
    table.columns.map((column, place) =>
      cell(row[place] ?? null, { column, at: `${letters(place)}${number}` }, table),
    ),
  );

const rowOf = (number: number, cells: readonly string[]): string =>
  `<row r="${number}">${cells.join('')}</row>`;

interface Placed {
  readonly column: TableColumn;
  readonly at: string;
}

function cell(value: CellValue, { column, at }: Placed, { wallClock }: Table): string {
  if (value === null) return '';
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  return column.type === 'instant'
    ? `<c r="${at}" s="1"><v>${serialOf(wallClock(value))}</v></c>`
    : textCell(value, at, '');
}

const textCell = (text: string, at: string, style: string): string =>
  `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

const DAY_MS = 86_400_000;
/** Days from 30 December 1899, where Excel counts from, to 1970. */
const EPOCH = 25_569;

/** A date as Excel counts it: days and parts of them, on the clock of the wall. */
const serialOf = (wallClock: string): number =>
  EPOCH + Date.parse(`${wallClock.replace(' ', 'T')}Z`) / DAY_MS;

/** A … Z, AA … */
function letters(place: number): string {
  const last = String.fromCharCode(65 + (place % 26));
  return place < 26 ? last : letters(Math.floor(place / 26) - 1) + last;
}
