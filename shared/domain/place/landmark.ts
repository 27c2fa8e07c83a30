import * as z from 'zod';
import { AreaCode, DistrictCode } from '../area.ts';

const names = z.array(z.string().min(2).max(100)).min(1);

/** A thing that people name instead of a place. */
export const Landmark = z.strictObject({
  /** As people write it; the first is the usual one. */
  names,
  kind: z.enum([
    'alias',
    'market',
    'industrial_park',
    'road',
    'junction',
    'bus_station',
    'school',
    'shop',
    'sight',
    'quarter',
    'hospital',
  ]),
  /** Where it lies; several where it passes through them or nobody here knows in which of them it lies. */
  areas: z.array(AreaCode).min(1),
  /** known: public knowledge of the town. likely: from memory of addresses; proposed as approximate. */
  certainty: z.enum(['known', 'likely']),
});
export type Landmark = z.infer<typeof Landmark>;

/** Content of `shared/jurisdictions/<id>/landmarks.json`. */
export const LandmarksFile = z.strictObject({
  note: z.string().optional(),
  landmarks: z.array(Landmark),
  /** Other provinces and towns: a name of ours before one of them is theirs. `until`: the last day on which that holds. */
  elsewhere: z.array(z.strictObject({ names, until: z.iso.date().optional() })),
  /** Names of areas that are everyday words too, above all without marks: `di an` is "go and eat" as well. */
  everyday: z.array(z.string().min(2)),
  /** Names that mean something wider (the province) unless a kind stands before them. */
  wider: z.array(z.string().min(2)),
  /** Districts whose streets bear the name of their ward and a number: `đường Bình Hòa 21`. */
  numberedStreets: z.array(DistrictCode),
});
export type LandmarksFile = z.infer<typeof LandmarksFile>;

/** What is wrong between the file and the areas, as sentences. */
export function landmarkProblems(
  { landmarks, everyday, wider, numberedStreets }: LandmarksFile,
  areas: ReadonlyMap<AreaCode, { readonly name: string }>,
): readonly string[] {
  const all = landmarks.flatMap((landmark) => landmark.names);
  const known = [...areas.values()].map(({ name }) => name);
  return [
    ...landmarks.flatMap((landmark) =>
      landmark.areas
        .filter((code) => !areas.has(code))
        .map((code) => `${landmark.names[0] ?? ''} lies in ${code}, which does not exist`),
    ),
    ...all.filter((name, at) => all.indexOf(name) !== at).map((name) => `${name} is listed twice`),
    ...[...everyday, ...wider]
      .filter((name) => !known.some((full) => full.endsWith(` ${name}`)))
      .map((name) => `${name} is no name of an area`),
    ...numberedStreets
      // A district code is an area code by its form.
      .filter((code) => !areas.has(code as string as AreaCode))
      .map((code) => `streets are numbered in ${code}, which does not exist`),
  ].map((problem) => `landmarks.json: ${problem}`);
}
