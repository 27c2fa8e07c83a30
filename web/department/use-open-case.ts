import { useMediaQuery } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';

/** From which width on a case has room beside the list. */
const BESIDE = '(min-width: 75em)';

export const useHasRoomBeside = (): boolean => useMediaQuery(BESIDE, undefined, RIGHT_AWAY);
const RIGHT_AWAY = { getInitialValueInEffect: false } as const;

/** Opens a case beside the list, or as a page where there is no room. */
export function useOpenCase(): (caseId: string) => void {
  const navigate = useNavigate({ from: '/department' });
  const isBeside = useHasRoomBeside();
  return (caseId) =>
    void (isBeside
      ? navigate({ search: (before) => ({ ...before, open: caseId }) })
      : navigate({ to: '/cases/$caseId', params: { caseId } }));
}
