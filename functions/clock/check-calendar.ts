import { log } from '../../shared/platform/logger.ts';
import { checkContainer } from './check-container.ts';

const { checkCalendar } = checkContainer();

/** Runs each day. A year that has to be there and is not fails it, so that its alarm tells of it. */
export const handler = async (): Promise<void> => {
  const check = await checkCalendar();
  log(check.missing === null ? 'CALENDAR_CHECKED' : 'CALENDAR_YEAR_MISSING', { ...check });
  if (check.missing !== null) {
    throw new Error(`The working calendar does not cover ${check.missing}`);
  }
};
