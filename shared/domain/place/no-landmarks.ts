import type { LandmarksFile } from './landmark.ts';

/** Where a province has no such file. */
export const NO_LANDMARKS: LandmarksFile = {
  landmarks: [],
  elsewhere: [],
  everyday: [],
  wider: [],
  numberedStreets: [],
};
