import type { Actor } from '../domain/actor.ts';
import type { Case, CaseId, JurisdictionId } from '../domain/case.ts';
import { canSee } from '../domain/permissions.ts';
import { loadNormalisePhone } from '../domain/normalise-phone.ts';
import type { PhoneError } from '../domain/phone.ts';
import { ok, type Result } from '../domain/result.ts';
import { parseTrackingCode } from '../domain/tracking-code.ts';
import type { CaseRepository } from '../ports/case-repository.ts';
import type { Fingerprints } from '../ports/keys.ts';
import type { CaseFinder } from '../ports/worklists.ts';

/** An agent reads the caller's last cases while the phone rings; older ones are a search of their own. */
export const CALLER_HISTORY_LIMIT = 20;

export interface SearchCasesInput {
  readonly jurisdictionId: JurisdictionId;
  readonly by: Actor;
  readonly phone?: string | undefined;
  readonly trackingCode?: string | undefined;
}

export type SearchCases = (input: SearchCasesInput) => Promise<Result<readonly Case[], PhoneError>>;

export interface SearchCasesPorts {
  readonly cases: CaseRepository;
  readonly finder: CaseFinder;
  readonly fingerprints: Pick<Fingerprints, 'caller'>;
}

/** Cases by what a caller has at hand, newest first; nothing found is an empty list. */
export const createSearchCases =
  (ports: SearchCasesPorts): SearchCases =>
  async (input) => {
    const ids = await findIds(input, ports);
    if (!ids.ok) return ids;
    const { jurisdictionId, by } = input;
    const found = await Promise.all(ids.value.map((id) => ports.cases.find(jurisdictionId, id)));
    return ok(
      found.flatMap((stored) =>
        stored !== undefined && canSee(by, stored.case) ? [stored.case] : [],
      ),
    );
  };

async function findIds(
  { jurisdictionId, phone, trackingCode }: SearchCasesInput,
  { finder, fingerprints }: SearchCasesPorts,
): Promise<Result<readonly CaseId[], PhoneError>> {
  if (phone !== undefined) {
    const normalisePhone = await loadNormalisePhone();
    const normal = normalisePhone(phone);
    if (!normal.ok) return normal;
    const index = await fingerprints.caller(jurisdictionId, normal.value);
    return ok(await finder.byCaller(jurisdictionId, index, CALLER_HISTORY_LIMIT));
  }
  const code = parseTrackingCode(trackingCode ?? '');
  if (!code.ok) return ok([]);
  const caseId = await finder.byTrackingCode(jurisdictionId, code.value);
  return ok(caseId === undefined ? [] : [caseId]);
}
