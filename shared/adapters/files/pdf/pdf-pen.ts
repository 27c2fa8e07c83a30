/** Millimetres of Nghị định 30/2020/NĐ-CP, appendix I: 20 above and below, 30 at the binding, 15 outside. */
const MM = 72 / 25.4;
export const MARGINS = { top: 20 * MM, bottom: 20 * MM, left: 30 * MM, right: 15 * MM };
export const PAGE = { width: 595.28, height: 841.89 };
export const LEFT = MARGINS.left;
export const WIDTH = PAGE.width - MARGINS.left - MARGINS.right;
const BOTTOM = PAGE.height - MARGINS.bottom;

/** Sizes of the same decree; small letters for tables, smaller ones for notes. */
export const SIZES = { text: 13, table: 10, note: 10.5 } as const;

export type FontName = 'regular' | 'bold' | 'italic' | 'boldItalic';
type Document = PDFKit.PDFDocument;
export type Structure = PDFKit.PDFStructureElement;

/** The document that is being written, and the element of its structure in which what follows stands. */
export interface Pen {
  readonly doc: Document;
  readonly parent: Structure;
}

export interface Words {
  readonly text: string;
  readonly font?: FontName;
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right' | 'justify';
  readonly x?: number;
  readonly width?: number;
  /** Before the first line, and between this and what follows. */
  readonly indent?: number;
  readonly after?: number;
}

const LINE_GAP = 2;

/** Words as an element of the structure: `P`, `H1`, `TD` … They go on over the end of a page. */
export function write({ doc, parent }: Pen, tag: string, words: Words): void {
  const { text, x = LEFT, width = WIDTH, align = 'left', indent = 0, after = 6 } = words;
  styled(doc, words);
  const content = doc.markStructureContent(tag);
  doc.text(text, x, doc.y, { width, align, indent, lineGap: LINE_GAP });
  doc.endMarkedContent();
  parent.add(doc.struct(tag, {}, [content]));
  doc.y += after;
}

export const styled = (doc: Document, { font = 'regular', size = SIZES.text }: Words): Document =>
  doc.font(font).fontSize(size).fillColor('black');

export const heightOf = (doc: Document, words: Words): number =>
  styled(doc, words).heightOfString(words.text, {
    width: words.width ?? WIDTH,
    lineGap: LINE_GAP,
  });

/** A new page where less than so much room is left on this one. */
export function makeRoom({ doc }: Pen, height: number): void {
  if (doc.y + height > BOTTOM) doc.addPage();
}

/** What says nothing to whoever hears the document read: lines and grounds. */
export function decorate({ doc }: Pick<Pen, 'doc'>, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  draw();
  doc.endMarkedContent();
}

/** An element that other elements stand in. */
export function within(
  { doc, parent }: Pen,
  tag: string,
  options: { readonly title?: string; readonly scope?: 'Column' | 'Row' } = {},
): Pen {
  const element = doc.struct(tag, options);
  parent.add(element);
  return { doc, parent: element };
}
