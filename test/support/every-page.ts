import type { Case, JurisdictionId } from '../../shared/domain/case.ts';
import type { CaseLister } from '../../shared/ports/case-lister.ts';

/** Every case of a lister, page by page. */
export async function* everyPage(
  lister: CaseLister,
  jurisdictionId: JurisdictionId,
): AsyncGenerator<readonly Case[]> {
  let after: string | undefined;
  do {
    const page = await lister.page(jurisdictionId, after);
    yield page.cases;
    after = page.next;
  } while (after !== undefined);
}
