/** Limits in characters after NFC; what is longer belongs into an attachment or a second case. */
export const LIMITS = {
  /** A 200-word complaint has about 1,200 characters; this leaves room for a pasted letter of several pages. */
  description: 20_000,
  /** An answer with its legal basis: about 4,000 words. */
  answer: 20_000,
  note: 4_000,
  name: 120,
  address: 300,
  email: 254,
  phone: 40,
  /** Two lines in a list; 25 of them fit into the read budget of an inbox page. */
  summary: 120,
} as const;
