import type { Instant } from '../case.ts';
import type { Chart } from './chart.ts';
import type { Letterhead } from './letterhead.ts';

export interface TableColumn {
  readonly heading: string;
  /** Numbers stand at the end. */
  readonly align: 'start' | 'end';
  /** Parts of the width of the page. */
  readonly width: number;
}

export interface TableRow {
  readonly cells: readonly string[];
  readonly isTotal?: boolean;
}

/** A table as it is read: every cell is written out. */
export interface ReportTable {
  readonly kind: 'table';
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export type Block =
  /** Level 1 is numbered I, II … in its text, level 2 by 1, 2 … */
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'point'; readonly text: string }
  /** Small: by which definition, of how many. */
  | { readonly kind: 'note'; readonly text: string }
  /** Lines that a person fills in. */
  | { readonly kind: 'toFill'; readonly prompt: string }
  | ReportTable
  | { readonly kind: 'chart'; readonly chart: Chart; readonly note: string };

/** An official report (Nghị định 30/2020/NĐ-CP, appendix I), before it is a file of any kind. */
export interface ReportDocument {
  /** Without its ending. */
  readonly fileName: string;
  readonly letterhead: Letterhead;
  /** Kind of the document, in capitals. */
  readonly title: string;
  /** In the lines in which it is set. */
  readonly subject: readonly string[];
  readonly blocks: readonly Block[];
  /** Behind the signature. */
  readonly annex: { readonly title: string; readonly blocks: readonly Block[] };
  /** When the figures were read. */
  readonly asOf: Instant;
}

/** What a program shows for it. */
export const titleOf = ({ title, subject }: Pick<ReportDocument, 'title' | 'subject'>): string =>
  `${title}: ${subject.join(' ')}`;
