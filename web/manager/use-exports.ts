import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, type Schemas } from '../platform/api.ts';
import { useApi } from '../platform/services.ts';

export type CaseExport = Schemas['ExportListBody']['exports'][number];
export type ExportChoice = CaseExport['question'];

const exportsKey = ['statistics', 'exports'] as const;
/** A file of some thousand rows takes a second or two. */
const WATCH_MS = 2_000;

const isUnderWay = ({ status }: CaseExport): boolean => status === 'queued' || status === 'running';

/** The reader's own files; asked for again while one is being made. */
export function useExports() {
  const api = useApi();
  return useQuery({
    queryKey: exportsKey,
    queryFn: async () => (await ask(api.GET('/v1/statistics/exports'))).exports,
    refetchInterval: ({ state: { data } }) => (data?.some(isUnderWay) === true ? WATCH_MS : false),
  });
}

/** The key is that of the choice: sent again after a failure it starts no second file. */
export function useStartExport() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ choice, key }: { readonly choice: ExportChoice; readonly key: string }) => {
      const params = { header: { 'Idempotency-Key': key } };
      return ask(api.POST('/v1/statistics/exports', { params, body: choice }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: exportsKey }),
  });
}

/** Its link lives for a quarter of an hour, so it is asked for when it is needed. */
export function useDownload() {
  const api = useApi();
  return useMutation({
    mutationFn: async (exportId: string) => {
      const params = { path: { exportId } };
      const { download } = await ask(api.GET('/v1/statistics/exports/{exportId}', { params }));
      if (download !== null) window.location.assign(download.url);
    },
  });
}
