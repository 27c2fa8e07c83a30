import { ok } from '../../../shared/domain/result.ts';
import { actorOf, type StaffMember } from '../../../shared/domain/staff.ts';
import type { PublishList } from '../../../shared/usecases/publish-list.ts';
import type { DirectoryDeps } from '../container.ts';
import { versionBody } from './reading.ts';

interface Publishing<Row, Body> {
  readonly jurisdictionId: DirectoryDeps['jurisdictionId'];
  readonly path: string;
  readonly publishList: PublishList<Row>;
  readonly rows: (body: Body) => readonly Row[];
}

interface Request<Body> {
  readonly body: Body;
  readonly ifMatch: number;
  readonly idempotencyKey: string;
  readonly staff: StaffMember;
}

/** 201 with what was published; 200 when the same request had already done it. */
export const publishingList =
  <Row, Body extends { readonly reason: string }>({
    jurisdictionId,
    path,
    publishList,
    rows,
  }: Publishing<Row, Body>) =>
  async ({ body, ifMatch: basedOn, idempotencyKey, staff }: Request<Body>) => {
    const by = actorOf(staff);
    const asked = { jurisdictionId, by, idempotencyKey, basedOn };
    const published = await publishList({ ...asked, rows: rows(body), reason: body.reason });
    if (!published.ok) return published;
    const { publication, created } = published.value;
    return ok({
      status: created ? 201 : 200,
      version: publication.number,
      location: `/v1/directory/${path}/versions/${publication.number}`,
      body: versionBody(publication),
    });
  };
