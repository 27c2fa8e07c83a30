/** The only place of the web app that asks the machine for time or identity; everything else is given them. */
export const now = (): number => Date.now();

/** For an Idempotency-Key: made once for what a person sends, and sent again with each try. */
export const newKey = (): string => crypto.randomUUID();
