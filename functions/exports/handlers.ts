import type * as z from 'zod';
import type { CaseExportBody, ExportListBody } from '../../shared/contracts/exports.ts';
import { type CaseExport, EXPORT_KEPT_DAYS } from '../../shared/domain/export/case-export.ts';
import { ok } from '../../shared/domain/result.ts';
import { actorOf } from '../../shared/domain/staff.ts';
import type { Handlers } from '../../shared/platform/api-handler.ts';
import type { FoundExport } from '../../shared/usecases/read-exports.ts';
import type { ExportsDeps } from './container.ts';
import { feedHandlers } from './feeds.ts';
import type { exportsRoutes } from './routes.ts';

export const exportsHandlers = (deps: ExportsDeps): Handlers<typeof exportsRoutes> => ({
  ...exportHandlers(deps),
  ...feedHandlers(deps),
});

type Exporting = 'startExport' | 'listExports' | 'getExport';

const exportHandlers = ({
  jurisdictionId,
  startExport,
  readExport,
  listExports,
}: ExportsDeps): Pick<Handlers<typeof exportsRoutes>, Exporting> => ({
  startExport: async ({ body: question, staff, idempotencyKey }) => {
    const by = actorOf(staff);
    const started = await startExport({ jurisdictionId, by, question, idempotencyKey });
    if (!started.ok) return started;
    const location = `/v1/statistics/exports/${started.value.exportId}`;
    return ok({ location, body: bodyOf({ export: started.value, download: null }) });
  },
  listExports: async ({ staff }) => {
    const exports = await listExports({ jurisdictionId, by: actorOf(staff) });
    const body: z.input<typeof ExportListBody> = { exports: exports.map(shown) };
    return ok({ body });
  },
  getExport: async ({ params, staff }) => {
    const found = await readExport({ jurisdictionId, by: actorOf(staff), ...params });
    return found.ok ? ok({ body: bodyOf(found.value) }) : found;
  },
});

const bodyOf = ({ export: one, download }: FoundExport): z.input<typeof CaseExportBody> => ({
  ...shown(one),
  download,
});

const DAY_MS = 86_400_000;

const shown = ({ exportId, question, requestedAt, finishedAt, ...one }: CaseExport) => ({
  ...{ exportId, question, requestedAt, finishedAt },
  ...{ status: one.status, total: one.total, looked: one.looked, rows: one.rows, bytes: one.bytes },
  forgottenAt: new Date(Date.parse(requestedAt) + EXPORT_KEPT_DAYS * DAY_MS).toISOString(),
});
