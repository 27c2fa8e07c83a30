/** A Vietnamese syllable without marks: what it begins with, vowels, what it ends in. */
const SYLLABLE =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?(?:[aeiouy]{1,3})(?:ch|ng|nh|[cmnpt])?$/;
/** Letters doubled or struck for a mark: no syllable has them otherwise. */
const MARKS = /dd|aa|ee|oo|w/;
/** The key of a tone behind a syllable that is closed: `gas` and `bus` are words of their own. */
const TONE_BEHIND = /[aeiouy](?:ch|ng|nh|[cmnpt])[sfrxj]$/;

/** `dduowngf` → duong: a word as Telex keys make it where the keyboard did not listen. Others stay as they are. */
export function withoutTelex(folded: string): string {
  if (!MARKS.test(folded) && !TONE_BEHIND.test(folded)) return folded;
  const plain = folded
    .replace('dd', 'd')
    .replace(/([aeo])\1/, '$1')
    .replace(/([aou])w/g, '$1')
    .replace(/(?<![aou])w/, 'u')
    .replace(/([aeiouy](?:ch|ng|nh|[cmnpt])?)[sfrxj]/, '$1');
  return SYLLABLE.test(plain) ? plain : folded;
}
