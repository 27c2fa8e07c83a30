import { Table, Text } from '@mantine/core';
import { MIN_RANKING_SAMPLE } from '../../shared/domain/satisfaction.ts';
import { useWords } from '../words/language.tsx';
import {
  countIn,
  type CrossCell,
  type CrossFigure,
  isShareKey,
  isSmall,
  shareIn,
} from './cross-figures.ts';
import { crossWords } from './cross-words.ts';
import { FigureLink } from './figure-link.tsx';
import classes from './figures.module.css';
import { SHARE_PARTS, type ShareKey } from './share-parts.ts';
import { useChosenCross } from './use-cross.ts';
import { useFigureFormat } from './use-figure-format.ts';
import { figuresWords } from './words.ts';

interface CellProps {
  /** Undefined: nothing lies there. */
  readonly cell: CrossCell | undefined;
  /** Of which lines, for those who hear the page. */
  readonly where: string;
}

/** The chosen figure of a cell: a count, or a rate with both of its numbers. */
export function CrossCellText({ cell, where }: CellProps) {
  const { none } = useWords(figuresWords);
  const { figure } = useChosenCross().sorting;
  return (
    <Table.Td ta="right" className={classes['code']}>
      {cell === undefined && (
        <Text span c="dimmed">
          {none}
        </Text>
      )}
      {cell !== undefined && <Shown cell={cell} figure={figure} where={where} />}
    </Table.Td>
  );
}

interface ShownProps extends CellProps {
  readonly cell: CrossCell;
  readonly figure: CrossFigure;
}

function Shown({ figure, ...props }: ShownProps) {
  return isShareKey(figure) ? (
    <ShareText {...props} figure={figure} />
  ) : (
    <FigureLink
      link={props.cell.cases}
      figure={figure}
      count={countIn(props.cell, figure)}
      where={props.where}
    />
  );
}

function ShareText({ cell, figure, where }: ShownProps & { readonly figure: ShareKey }) {
  const words = useWords(crossWords);
  const { rate, number } = useFigureFormat();
  const share = shareIn(cell, figure);
  if (share === undefined || share.denominator === 0) return rate(null);
  const { of, over } = SHARE_PARTS[figure];
  const common = { link: cell.cases, where };
  return (
    <div className={classes['department']} data-small={isSmall(cell) || undefined}>
      {rate(share.rate)}
      {isSmall(cell) && <abbr title={words.smallMark(number(MIN_RANKING_SAMPLE))}> *</abbr>}
      <Text size="xs" c="dimmed">
        <FigureLink {...common} figure={of} count={share.numerator} /> ÷{' '}
        <FigureLink {...common} figure={over} count={share.denominator} />
      </Text>
    </div>
  );
}
