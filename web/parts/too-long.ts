/**
 * Whether the API would refuse it: it counts composed letters, and a text that was pasted may hold each as a letter and its
 * marks.
 */
export const isTooLong = (text: string, limit: number): boolean =>
  text.length > limit && text.normalize('NFC').length > limit;
