import { join } from 'node:path';

/** Beside the code, where the bundler puts what a province has: model, landmarks, borders. */
export const assetsOf = (jurisdictionId: string): string =>
  join(__dirname, 'assets', jurisdictionId);
