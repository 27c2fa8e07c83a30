import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { statusNames } from '../../shared/domain/status-names.ts';
import { useDirectoryNames } from '../parts/directory.ts';
import { useFormat } from '../parts/format.ts';
import { ask } from '../platform/api.ts';
import { useMay } from '../platform/me.ts';
import { useApi } from '../platform/services.ts';
import { useNamed } from '../words/language.tsx';

/** Long enough to skip the numbers in between of a number that is typed. */
const PAUSE_MS = 200;
/** Signs of a tracking code without its dashes; a phone number has fewer, and digits alone. */
const CODE = /^[0-9a-zđ]{12}$/i;
const PHONE = /^\+?\d{9,12}$/;

export interface FoundCase {
  readonly caseId: string;
  readonly label: string;
  readonly description: string;
}

/** Cases with this tracking code, or about which this number called. */
export function useFoundCases(text: string): readonly FoundCase[] {
  const api = useApi();
  const may = useMay();
  const named = useNamed();
  const names = useDirectoryNames();
  const format = useFormat();
  const [query] = useDebouncedValue(text.replace(/[\s.-]/g, ''), PAUSE_MS);
  const isPhone = PHONE.test(query);
  const { data = [] } = useQuery({
    queryKey: ['found', query],
    queryFn: async ({ signal }) => {
      const body = isPhone ? { phone: query } : { trackingCode: query };
      const { cases } = await ask(api.POST('/v1/desk/searches', { body, signal }));
      return cases;
    },
    enabled: (isPhone || CODE.test(query)) && may('searchCases'),
  });
  return data.map(({ caseId, trackingCode, status, summary, serviceCode, receivedAt }) => ({
    caseId,
    label: `${trackingCode} · ${summary ?? names.service(serviceCode)}`,
    description: `${named(statusNames[status])} · ${format.moment(receivedAt)}`,
  }));
}
