export type Language = 'vi' | 'en';
export const LANGUAGES: readonly Language[] = ['vi', 'en'];

/** A sentence, or one that is made of what it is given. */
type Message = string | ((...given: never[]) => string);
type Same<V> = { readonly [K in keyof V]: V[K] extends string ? string : V[K] };

export interface Catalogue<V> {
  readonly vi: V;
  readonly en: Same<V>;
}

/**
 * The words of one area. A key that one language lacks, or has too many, does not compile; nor does a sentence that is
 * made of other values than its translation.
 */
export const defineWords = <V extends Readonly<Record<string, Message>>>(catalogue: {
  readonly vi: V;
  readonly en: Same<NoInfer<V>>;
}): Catalogue<V> => catalogue;
