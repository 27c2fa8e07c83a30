/** How often an hour somebody may say a phone's last digits: ten thousand endings at five an hour are 83 days. */
export const ATTEMPTS_PER_HOUR = 5;
const HOUR_MS = 3_600_000;

/** Whole hours since 1970: attempts are counted an hour of the clock at a time. */
export const attemptsHour = (now: Date): number => Math.floor(now.getTime() / HOUR_MS);
