import type { JurisdictionId } from '../../domain/case.ts';
import { OPEN_LINK_SECONDS, openFileName } from '../../domain/open-data/open-issue.ts';
import type { OpenDataLinks, OpenFileRef } from '../../ports/open-data.ts';
import type { Clock } from '../../ports/system.ts';
import { openFileKey } from './open-data-keys.ts';
import { linkTo } from './s3-links.ts';
import type { S3Place } from './s3-requests.ts';

export class S3OpenDataLinks implements OpenDataLinks {
  readonly #place: S3Place;
  readonly #clock: Clock;

  constructor(place: S3Place, clock: Clock) {
    this.#place = place;
    this.#clock = clock;
  }

  link(jurisdictionId: JurisdictionId, ref: OpenFileRef): Promise<string> {
    return linkTo(this.#place, {
      key: openFileKey(jurisdictionId, ref),
      fileName: openFileName(ref),
      seconds: OPEN_LINK_SECONDS,
      at: this.#clock.now(),
    });
  }
}
