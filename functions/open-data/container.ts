import { S3OpenDataLinks } from '../../shared/adapters/s3/open-data-links.ts';
import { S3OpenDataIndex } from '../../shared/adapters/s3/open-data-store.ts';
import { S3Objects } from '../../shared/adapters/s3/s3-objects.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import { JurisdictionId } from '../../shared/domain/case.ts';
import { loadOpenTerms } from '../../shared/jurisdictions/open-data-terms.ts';
import { OpenDataEnv, readEnv } from '../../shared/platform/env.ts';
import { createFindOpenFile, createListOpenData } from '../../shared/usecases/read-open-data.ts';
import { s3Place } from '../s3-container.ts';

/** Apart from everything else: it has no table, and loads neither a client of DynamoDB nor the data of the province. */
export const openDataContainer = () => {
  const env = readEnv(OpenDataEnv);
  const place = s3Place(env.FILES_BUCKET_NAME);
  const index = new S3OpenDataIndex(new S3Objects(place));
  return {
    jurisdictionId: JurisdictionId.parse(env.JURISDICTION_ID),
    terms: loadOpenTerms(env.JURISDICTION_ID),
    listOpenData: createListOpenData({ index }),
    findOpenFile: createFindOpenFile({ index, links: new S3OpenDataLinks(place, systemClock) }),
  };
};

export type OpenDataDeps = ReturnType<typeof openDataContainer>;
