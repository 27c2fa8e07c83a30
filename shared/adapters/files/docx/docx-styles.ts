import type { StyleId } from './docx-words.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

interface Style {
  readonly name: string;
  readonly paragraph: string;
  readonly run: string;
}

const spacing = (before: number, after: number): string =>
  `<w:spacing w:before="${before}" w:after="${after}"/>`;
const size = (points: number): string => `<w:sz w:val="${points * 2}"/>`;
/** One centimetre, as the decree has it for the first line. */
const FIRST_LINE = '<w:ind w:firstLine="567"/>';
const CENTRE = '<w:jc w:val="center"/>';

/** Names that Word knows keep their meaning there: headings make its outline. */
const styles: Readonly<Record<StyleId, Style>> = {
  Normal: { name: 'Normal', paragraph: `${spacing(0, 120)}<w:jc w:val="both"/>`, run: '' },
  Title: { name: 'Title', paragraph: `${spacing(240, 0)}${CENTRE}`, run: `<w:b/>${size(14)}` },
  Subject: { name: 'Subtitle', paragraph: `${spacing(0, 0)}${CENTRE}`, run: `<w:b/>${size(14)}` },
  Heading1: {
    name: 'heading 1',
    paragraph: `<w:keepNext/>${spacing(200, 100)}<w:outlineLvl w:val="0"/>`,
    run: '<w:b/>',
  },
  Heading2: {
    name: 'heading 2',
    paragraph: `<w:keepNext/>${spacing(120, 80)}<w:outlineLvl w:val="1"/>`,
    run: '<w:b/>',
  },
  Point: {
    name: 'Point',
    paragraph: `${spacing(0, 100)}${FIRST_LINE}<w:jc w:val="both"/>`,
    run: '',
  },
  Note: { name: 'Note', paragraph: spacing(40, 160), run: `<w:i/>${size(11)}` },
  Caption: {
    name: 'caption',
    paragraph: `<w:keepNext/>${spacing(120, 60)}${CENTRE}`,
    run: `<w:b/>${size(11)}`,
  },
  Figure: { name: 'Figure', paragraph: `<w:keepNext/>${spacing(80, 0)}${CENTRE}`, run: '' },
  TableText: { name: 'Table Text', paragraph: spacing(20, 20), run: size(10) },
  Letterhead: { name: 'Letterhead', paragraph: `${spacing(0, 0)}${CENTRE}`, run: '' },
  Recipient: { name: 'Recipient', paragraph: spacing(0, 0), run: size(11) },
};

const styleXml = ([id, { name, paragraph, run }]: readonly [string, Style]): string =>
  `<w:style w:type="paragraph" ${id === 'Normal' ? 'w:default="1" ' : ''}w:styleId="${id}"><w:name w:val="${name}"/>${
    id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'
  }<w:qFormat/><w:pPr>${paragraph}</w:pPr>${run && `<w:rPr>${run}</w:rPr>`}</w:style>`;

/** Times New Roman of 13 points, in Vietnamese (Nghị định 30/2020/NĐ-CP, appendix I). */
export const STYLES = `${XML}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="26"/><w:szCs w:val="26"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>${Object.entries(
  styles,
)
  .map(styleXml)
  .join(
    '',
  )}<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>${[
  ...['top', 'left', 'bottom', 'right', 'insideH', 'insideV'],
]
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join(
    '',
  )}</w:tblBorders><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`;
