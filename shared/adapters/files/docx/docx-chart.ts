import type { Chart, ChartSeries, Fill } from '../../../domain/report/chart.ts';
import { INKS, OUTLINE } from '../../../domain/report/inks.ts';
import { xmlText } from '../xlsx-parts.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const DRAWINGML = 'http://schemas.openxmlformats.org/drawingml/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const FORMATS = { count: '#,##0', share: '0.0%', amount: '0.0' } as const;
/** Of labels: what is not nothing is not written as nothing. */
const LABELS = { ...FORMATS, amount: '[=0]0.0;[<0.05]"<0,1";0.0' } as const;
const [CATEGORIES, VALUES] = [111_111, 222_222];

/** A chart that Word draws, and whoever has the document can change: its numbers are in the workbook behind it. */
export const chartXml = (chart: Chart): string =>
  `${XML}<c:chartSpace xmlns:c="${DRAWINGML}/chart" xmlns:a="${DRAWINGML}/main" xmlns:r="${OFFICE}"><c:date1904 val="0"/><c:lang val="vi-VN"/><c:roundedCorners val="0"/><c:chart>${titleXml(chart.title)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="${
    chart.form === 'columns' ? 'col' : 'bar'
  }"/><c:grouping val="${chart.stacked ? 'stacked' : 'clustered'}"/><c:varyColors val="0"/>${chart.series
    .map((series, place) => seriesXml(series, place, chart))
    .join('')}<c:gapWidth val="40"/>${
    chart.stacked ? '<c:overlap val="100"/>' : ''
  }<c:axId val="${CATEGORIES}"/><c:axId val="${VALUES}"/></c:barChart>${axesXml(chart)}</c:plotArea>${
    chart.series.length > 1 ? '<c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend>' : ''
  }<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>${lettersXml(900)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`;

const titleXml = (title: string): string =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1100" b="1"/></a:pPr><a:r><a:rPr lang="vi-VN" sz="1100" b="1"/><a:t>${xmlText(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;

/** Hundredths of a point. */
const lettersXml = (size: number): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:latin typeface="Times New Roman"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`;

/** In the order that the schema has (ECMA-376, CT_BarSer). */
function seriesXml(series: ChartSeries, place: number, chart: Chart): string {
  const column = String.fromCharCode(66 + place);
  const rows = chart.categories.length + 1;
  return `<c:ser><c:idx val="${place}"/><c:order val="${place}"/><c:tx>${strings(`Sheet1!$${column}$1`, [series.name])}</c:tx>${fillXml(series.fill)}<c:invertIfNegative val="0"/>${mutedXml(series)}${labelsXml(series, chart)}${intervalsXml(series)}<c:cat>${strings(`Sheet1!$A$2:$A$${rows}`, chart.categories)}</c:cat><c:val><c:numRef><c:f>Sheet1!$${column}$2:$${column}$${rows}</c:f><c:numCache><c:formatCode>${FORMATS[chart.unit]}</c:formatCode>${points(series.values)}</c:numCache></c:numRef></c:val></c:ser>`;
}

const strings = (reference: string, texts: readonly string[]): string =>
  `<c:strRef><c:f>${reference}</c:f><c:strCache><c:ptCount val="${texts.length}"/>${texts
    .map((text, place) => `<c:pt idx="${place}"><c:v>${xmlText(text)}</c:v></c:pt>`)
    .join('')}</c:strCache></c:strRef>`;

const points = (values: readonly (number | null)[]): string =>
  `<c:ptCount val="${values.length}"/>${values
    .map((value, place) =>
      value === null ? '' : `<c:pt idx="${place}"><c:v>${value}</c:v></c:pt>`,
    )
    .join('')}`;

const solid = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

const inkOf = (fill: Fill): string => INKS[fill].slice(1).toUpperCase();

/** Word hatches by itself. */
const fillOf = (fill: Fill): string =>
  fill === 'hatched'
    ? `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="${inkOf('dark')}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>`
    : solid(inkOf(fill));

const fillXml = (fill: Fill): string =>
  `<c:spPr>${fillOf(fill)}<a:ln w="6350">${solid(OUTLINE.colour.slice(1).toUpperCase())}</a:ln></c:spPr>`;

const mutedXml = ({ muted = [] }: ChartSeries): string =>
  muted
    .map((isMuted, place) =>
      isMuted
        ? `<c:dPt><c:idx val="${place}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${fillXml('muted')}</c:dPt>`
        : '',
    )
    .join('');

/** Each number beside its bar, or in it where others go on; too many to be read stand in the table instead. */
function labelsXml({ intervals }: ChartSeries, { form, stacked, unit }: Chart): string {
  if (form === 'columns') return '';
  const position = stacked ? 'ctr' : intervals === undefined ? 'outEnd' : 'inBase';
  // Nothing is written into a part that is not there.
  const format = stacked ? `${FORMATS[unit]};;` : xmlText(LABELS[unit]);
  return `<c:dLbls><c:numFmt formatCode="${format}" sourceLinked="0"/>${
    stacked ? `<c:spPr>${solid('FFFFFF')}</c:spPr>` : '<c:spPr><a:noFill/></c:spPr>'
  }${lettersXml(800)}<c:dLblPos val="${position}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;
}

/** From the value to the ends of its interval. */
function intervalsXml({ intervals, values }: ChartSeries): string {
  if (intervals === undefined) return '';
  const literal = (of: (value: number, place: number) => number | null): string =>
    `<c:numLit><c:formatCode>General</c:formatCode>${points(
      values.map((value, place) => (value === null ? null : of(value, place))),
    )}</c:numLit>`;
  const up = literal((value, place) => Math.max(0, (intervals[place]?.high ?? value) - value));
  const down = literal((value, place) => Math.max(0, value - (intervals[place]?.low ?? value)));
  return `<c:errBars><c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="0"/><c:plus>${up}</c:plus><c:minus>${down}</c:minus><c:spPr><a:ln w="9525">${solid('000000')}</a:ln></c:spPr></c:errBars>`;
}

/** Lying bars start at the top, with the values below the last one. */
function axesXml({ form, unit, axis }: Chart): string {
  const lying = form === 'bars';
  const ends = unit === 'share' ? '<c:max val="1"/><c:min val="0"/>' : '<c:min val="0"/>';
  return `<c:catAx><c:axId val="${CATEGORIES}"/><c:scaling><c:orientation val="${
    lying ? 'maxMin' : 'minMax'
  }"/></c:scaling><c:delete val="0"/><c:axPos val="${lying ? 'l' : 'b'}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${lettersXml(800)}<c:crossAx val="${VALUES}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="50"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="0"/></c:catAx><c:valAx><c:axId val="${VALUES}"/><c:scaling><c:orientation val="minMax"/>${ends}</c:scaling><c:delete val="0"/><c:axPos val="${
    lying ? 'b' : 'l'
  }"/><c:majorGridlines><c:spPr><a:ln w="3175">${solid('CCCCCC')}</a:ln></c:spPr></c:majorGridlines><c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="800" b="0"/></a:pPr><a:r><a:rPr lang="vi-VN" sz="800" b="0"/><a:t>${xmlText(axis)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:numFmt formatCode="${
    unit === 'share' ? '0%' : FORMATS[unit]
  }" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${lettersXml(800)}<c:crossAx val="${CATEGORIES}"/><c:crosses val="${
    lying ? 'max' : 'autoZero'
  }"/><c:crossBetween val="between"/></c:valAx>`;
}
