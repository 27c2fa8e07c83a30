import type { JurisdictionId } from '../../domain/case.ts';
import { ReportCard } from '../../domain/learning/report-card.ts';
import type { ReportStore } from '../../ports/model-store.ts';
import { bytesOfJson, fromJson } from './json-object.ts';
import type { S3Objects } from './s3-objects.ts';

const prefixOf = (jurisdictionId: JurisdictionId) => `${jurisdictionId}/reports/`;
const keyOf = (jurisdictionId: JurisdictionId, id: string) =>
  `${prefixOf(jurisdictionId)}${id}.json`;

/** A report card an object: some fifty a year, so all their names are one page. */
export class S3ReportStore implements ReportStore {
  readonly #objects: S3Objects;

  constructor(objects: S3Objects) {
    this.#objects = objects;
  }

  async keep(jurisdictionId: JurisdictionId, report: ReportCard): Promise<void> {
    await this.#objects.put(keyOf(jurisdictionId, report.id), bytesOfJson(report));
  }

  find(jurisdictionId: JurisdictionId, id: string): Promise<ReportCard | undefined> {
    return this.#read(keyOf(jurisdictionId, id));
  }

  async latest(jurisdictionId: JurisdictionId, limit: number): Promise<readonly ReportCard[]> {
    const keys = await this.#objects.list(prefixOf(jurisdictionId));
    const read = await Promise.all(
      keys
        .toReversed()
        .slice(0, limit)
        .map((key) => this.#read(key)),
    );
    return read.filter((report) => report !== undefined);
  }

  async #read(key: string): Promise<ReportCard | undefined> {
    const found = await this.#objects.get(key);
    return found && fromJson(ReportCard, found.bytes);
  }
}
