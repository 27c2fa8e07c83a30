import { xmlText } from '../xlsx-parts.ts';

/** Styles of docx-styles.ts. */
export type StyleId =
  | 'Normal'
  | 'Title'
  | 'Subject'
  | 'Heading1'
  | 'Heading2'
  | 'Point'
  | 'Note'
  | 'Caption'
  | 'Figure'
  | 'TableText'
  | 'Letterhead'
  | 'Recipient';

interface Look {
  readonly style: StyleId;
  readonly align?: 'start' | 'center' | 'end';
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points. */
  readonly size?: number;
  readonly keepNext?: boolean;
  /** A line below, of this many thousandths of an inch from either edge. */
  readonly ruled?: number;
}

/** A paragraph; each line of the text stands in a line of its own. */
export function paragraph(text: string, look: Look): string {
  return `<w:p>${propertiesOf(look)}${run(text, look)}</w:p>`;
}

/** In the order that the schema has (ECMA-376, CT_PPr). */
export const propertiesOf = ({ style, keepNext = false, ruled, align }: Look): string =>
  `<w:pPr><w:pStyle w:val="${style}"/>${keepNext ? '<w:keepNext/>' : ''}${
    ruled === undefined
      ? ''
      : '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
  }${ruled === undefined ? '' : `<w:spacing w:before="0" w:after="60"/><w:ind w:left="${ruled}" w:right="${ruled}" w:firstLine="0"/>`}${
    align === undefined ? '' : `<w:jc w:val="${align}"/>`
  }</w:pPr>`;

function run(text: string, { bold = false, italic = false, size }: Look): string {
  const look = [
    bold ? '<w:b/>' : '',
    italic ? '<w:i/>' : '',
    size === undefined ? '' : `<w:sz w:val="${size * 2}"/>`,
  ].join('');
  const lines = text.split('\n').map((one) => `<w:t xml:space="preserve">${xmlText(one)}</w:t>`);
  return `<w:r>${look && `<w:rPr>${look}</w:rPr>`}${lines.join('<w:br/>')}</w:r>`;
}

/** Two columns without borders; each cell holds paragraphs. Widths are twentieths of a point. */
export const columns = (cells: readonly (readonly [width: number, content: string])[]): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="${cells.reduce((sum, [width]) => sum + width, 0)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${cells
    .map(([width]) => `<w:gridCol w:w="${width}"/>`)
    .join('')}</w:tblGrid><w:tr>${cells
    .map(
      ([width, content]) =>
        `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${content}</w:tc>`,
    )
    .join('')}</w:tr></w:tbl>`;
