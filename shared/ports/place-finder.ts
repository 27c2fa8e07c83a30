import type { PlaceFound, Point } from '../domain/place/find-place.ts';

/** Finds where something happened, from words, a point, or both. */
export interface PlaceFinder {
  find(question: {
    readonly text: string;
    readonly point?: Point | undefined;
  }): Promise<PlaceFound>;
}
