import type { PlaceFound } from '../domain/place/find-place.ts';
import type { Point } from '../domain/place/nearest.ts';

/** Finds where something happened, from words, a point, or both. */
export interface PlaceFinder {
  find(question: {
    readonly text: string;
    readonly point?: Point | undefined;
    /** When it was told: names are those of the division of that day. Left out, the older one comes first. */
    readonly at?: Date | undefined;
  }): Promise<PlaceFound>;
}
