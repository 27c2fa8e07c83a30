import * as z from 'zod';

/** What the web app must know of the deployment that it is served by: one build of it serves every stage. */
export const WebConfigBody = z.strictObject({
  /** OpenID issuer, and the public client as which the app signs people in. */
  issuer: z.url(),
  clientId: z.string(),
  /** Where a browser is sent to end its session, with `client_id` and `logout_uri`. */
  signOutUrl: z.url(),
  /** IANA name: days, dates and times of day are the province's wherever the reader is. */
  timeZone: z.string(),
});
export type WebConfigBody = z.infer<typeof WebConfigBody>;
