import type * as z from 'zod';
import type { CrossBody } from '../../shared/contracts/statistics-cross.ts';
import { ok } from '../../shared/domain/result.ts';
import { actorOf } from '../../shared/domain/staff.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import type { StatisticsDeps } from './container.ts';
import { crossDefinitions } from '../table-definitions.ts';
import { linesLink } from './cases-link.ts';
import { type CrossLine, crossTable, forwardedFigures, receivedFigures } from './cross-table.ts';
import type { statisticsRoutes } from './routes.ts';

export const readingCross =
  ({
    jurisdictionId,
    timeZone,
    readCross,
  }: StatisticsDeps): Handlers<typeof statisticsRoutes>['getCross'] =>
  async ({ query, staff }) => {
    const cross = await readCross({ jurisdictionId, ...query, role: staff.role });
    if (!cross.ok) return cross;
    const { view, rows: rowsBy, columns: columnsBy } = query;
    const { period, asOf } = cross.value;
    const linkOf = (...lines: readonly CrossLine[]) =>
      linesLink(lines, { period, reader: actorOf(staff) });
    const what = { period: { ...period, timeZone }, rowsBy, columnsBy, asOf };
    const body: z.input<typeof CrossBody> =
      view === 'received'
        ? {
            ...{ view, ...what, definitions: crossDefinitions.received },
            ...crossTable(cross.value, { rowsBy, columnsBy, linkOf, figures: receivedFigures }),
          }
        : {
            ...{ view, ...what, definitions: crossDefinitions.forwarded },
            ...crossTable(cross.value, { rowsBy, columnsBy, linkOf, figures: forwardedFigures }),
          };
    return ok({ body });
  };
