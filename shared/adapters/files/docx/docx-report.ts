import { type ReportDocument, titleOf } from '../../../domain/report/report-document.ts';
import type { ReportWriter } from '../../../ports/reports.ts';
import { xmlText } from '../xlsx-parts.ts';
import { zipFile, type ZipPart } from '../zip-file.ts';
import { bodyXml, chartRelationship, chartsOf } from './docx-body.ts';
import { chartXml } from './docx-chart.ts';
import { chartWorkbook } from './docx-chart-data.ts';
import { STYLES } from './docx-styles.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const FORMATS = 'http://schemas.openxmlformats.org';
const OFFICE = `${FORMATS}/officeDocument/2006/relationships`;
const PACKAGE = `${FORMATS}/package/2006`;
const WORDS = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A Word document (ECMA-376): headings, tables and charts that can be worked on further. */
export const docxReportWriter: ReportWriter = {
  contentType: `${WORDS}.document`,
  write: (document) => Promise.resolve(zipFile(partsOf(document))),
};

function partsOf(document: ReportDocument): readonly ZipPart[] {
  const charts = chartsOf(document);
  return [
    ['[Content_Types].xml', contentTypes(charts.length)],
    ['_rels/.rels', relationships(PACKAGE_PARTS)],
    ['docProps/core.xml', coreXml(document)],
    ['word/document.xml', documentXml(document)],
    ['word/styles.xml', STYLES],
    ['word/settings.xml', SETTINGS],
    ['word/header1.xml', HEADER],
    [
      'word/_rels/document.xml.rels',
      relationships([
        ['rIdStyles', `${OFFICE}/styles`, 'styles.xml'],
        ['rIdSettings', `${OFFICE}/settings`, 'settings.xml'],
        ['rIdHeader', `${OFFICE}/header`, 'header1.xml'],
        ...charts.map((_, place): Target => [
          chartRelationship(place + 1),
          `${OFFICE}/chart`,
          `charts/chart${place + 1}.xml`,
        ]),
      ]),
    ],
    ...charts.flatMap((chart, place): ZipPart[] => [
      [`word/charts/chart${place + 1}.xml`, chartXml(chart)],
      [
        `word/charts/_rels/chart${place + 1}.xml.rels`,
        relationships([['rId1', `${OFFICE}/package`, `../embeddings/chart${place + 1}.xlsx`]]),
      ],
      [`word/embeddings/chart${place + 1}.xlsx`, chartWorkbook(chart)],
    ]),
  ];
}

type Target = readonly [id: string, type: string, target: string];

const PACKAGE_PARTS: readonly Target[] = [
  ['rId1', `${OFFICE}/officeDocument`, 'word/document.xml'],
  ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
];

const relationships = (targets: readonly Target[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const contentTypes = (charts: number): string =>
  `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>${[
    ['/word/document.xml', `${WORDS}.document.main+xml`],
    ['/word/styles.xml', `${WORDS}.styles+xml`],
    ['/word/settings.xml', `${WORDS}.settings+xml`],
    ['/word/header1.xml', `${WORDS}.header+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ...Array.from({ length: charts }, (_, place) => [
      `/word/charts/chart${place + 1}.xml`,
      'application/vnd.openxmlformats-officedocument.drawingml.chart+xml',
    ]),
  ]
    .map(([part = '', type = '']) => `<Override PartName="${part}" ContentType="${type}"/>`)
    .join('')}</Types>`;

const coreXml = (document: ReportDocument): string => {
  const at = `${document.asOf.slice(0, 19)}Z`;
  return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(titleOf(document))}</dc:title><dc:creator>${xmlText(document.letterhead.issuerName)}</dc:creator><dc:language>vi-VN</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`;
};

const MAIN = `xmlns:w="${FORMATS}/wordprocessingml/2006/main" xmlns:r="${OFFICE}"`;

/** A4; 20 mm above and below, 30 at the binding, 15 outside; the number of the page above, from the second on. */
const SECTION =
  '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>';

const documentXml = (document: ReportDocument): string =>
  `${XML}<w:document ${MAIN} xmlns:wp="${FORMATS}/drawingml/2006/wordprocessingDrawing" xmlns:a="${FORMATS}/drawingml/2006/main" xmlns:c="${FORMATS}/drawingml/2006/chart"><w:body>${bodyXml(document)}${SECTION}</w:body></w:document>`;

const SETTINGS = `${XML}<w:settings ${MAIN}><w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>`;

const HEADER = `${XML}<w:hdr ${MAIN}><w:p><w:pPr><w:pStyle w:val="Letterhead"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`;
