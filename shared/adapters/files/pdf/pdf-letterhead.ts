import type { Letterhead } from '../../../domain/report/letterhead.ts';
import type { ReportDocument } from '../../../domain/report/report-document.ts';
import { decorate, LEFT, makeRoom, type Pen, WIDTH, within, write, type Words } from './pdf-pen.ts';

/** Two columns: who writes, and the name of the country. */
const [FIRST, SECOND] = [0.42, 0.58].map((part) => part * WIDTH) as [number, number];

interface Column {
  readonly x: number;
  readonly width: number;
}
const WRITER: Column = { x: LEFT, width: FIRST };
const COUNTRY: Column = { x: LEFT + FIRST, width: SECOND };

/** National name and motto, the authority, number and date to be filled in (Nghị định 30/2020/NĐ-CP, appendix I). */
export function writeHead(pen: Pen, document: ReportDocument): void {
  const { letterhead, title, subject } = document;
  const { doc } = pen;
  const head = within(pen, 'Sect');
  const top = doc.y;
  column(head, WRITER, [
    { text: letterhead.superior, size: 12 },
    { text: letterhead.issuer.join('\n'), size: 12, font: 'bold' },
  ]);
  rule(head, WRITER, 0.3);
  const left = doc.y;
  doc.y = top;
  column(head, COUNTRY, [
    { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', size: 12, font: 'bold' },
    { text: 'Độc lập - Tự do - Hạnh phúc', font: 'bold' },
  ]);
  rule(head, COUNTRY, 0.56);
  const second = Math.max(left, doc.y) + 6;
  doc.y = second;
  column(head, WRITER, [{ text: `Số: ……/${letterhead.symbol}` }]);
  doc.y = second;
  column(head, COUNTRY, [{ text: `${letterhead.place}, ngày …… tháng …… năm ……`, font: 'italic' }]);
  doc.y += 18;
  write(pen, 'H1', { text: title, font: 'bold', size: 14, align: 'center', after: 0 });
  write(pen, 'P', { text: subject.join('\n'), font: 'bold', size: 14, align: 'center', after: 2 });
  rule(pen, { x: LEFT, width: WIDTH }, 0.3);
  doc.y += 12;
  write(pen, 'P', { text: `Kính gửi: ${letterhead.addressee}.`, align: 'center', after: 12 });
}

function column(pen: Pen, { x, width }: Column, lines: readonly Words[]): void {
  for (const words of lines) write(pen, 'P', { ...words, x, width, align: 'center', after: 0 });
}

/** A line below, of a part of the width. */
function rule(pen: Pen, { x, width }: Column, part: number): void {
  const { doc } = pen;
  const from = x + (width * (1 - part)) / 2;
  const at = doc.y + 1;
  decorate(pen, () => {
    doc
      .lineWidth(0.7)
      .moveTo(from, at)
      .lineTo(from + width * part, at)
      .stroke('black');
  });
  doc.y += 4;
}

const ROOM_TO_SIGN = 70;

/** Who gets it, and where it is signed. */
export function writeSignature(pen: Pen, { signer, recipients }: Letterhead): void {
  const { doc } = pen;
  makeRoom(pen, ROOM_TO_SIGN + 60);
  doc.y += 10;
  const top = doc.y;
  const foot = within(pen, 'Sect');
  const lines = recipients.map((text) => `- ${text};`.replace(/\.;$/, '.'));
  write(foot, 'P', { text: 'Nơi nhận:', font: 'boldItalic', size: 12, ...WRITER, after: 0 });
  for (const text of lines) write(foot, 'P', { text, size: 11, ...WRITER, after: 0 });
  const bottom = doc.y;
  doc.y = top;
  column(foot, COUNTRY, [{ text: signer, font: 'bold' }]);
  doc.y += ROOM_TO_SIGN;
  column(foot, COUNTRY, [{ text: '(Chữ ký, dấu, họ và tên)', font: 'italic' }]);
  doc.y = Math.max(bottom, doc.y);
}
