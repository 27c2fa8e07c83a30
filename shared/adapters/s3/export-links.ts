import {
  type CaseExport,
  EXPORT_LINK_SECONDS,
  exportFileName,
} from '../../domain/export/case-export.ts';
import type { ExportLinks } from '../../ports/exports.ts';
import type { Clock } from '../../ports/system.ts';
import { fileKeyOf } from './export-keys.ts';
import { linkTo } from './s3-links.ts';
import type { S3Place } from './s3-requests.ts';

export class S3ExportLinks implements ExportLinks {
  readonly #place: S3Place;
  readonly #clock: Clock;

  constructor(place: S3Place, clock: Clock) {
    this.#place = place;
    this.#clock = clock;
  }

  async link(of: CaseExport) {
    const at = this.#clock.now();
    const fileName = exportFileName(of.question);
    const url = await linkTo(this.#place, {
      key: fileKeyOf(of),
      fileName,
      seconds: EXPORT_LINK_SECONDS,
      at,
    });
    return { url, expiresAt: new Date(at.getTime() + EXPORT_LINK_SECONDS * 1_000).toISOString() };
  }
}
