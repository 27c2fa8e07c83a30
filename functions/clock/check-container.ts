import { createDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { systemClock } from '../../shared/adapters/system/clock.ts';
import { CheckCalendarEnv, readEnv } from '../../shared/platform/env.ts';
import { createCheckCalendar } from '../../shared/usecases/check-calendar.ts';
import { byJurisdictionNow } from '../../shared/usecases/jurisdiction-now.ts';
import { datedJurisdiction } from '../jurisdiction-container.ts';

export const checkContainer = () => {
  const dated = datedJurisdiction(createDocumentClient(), readEnv(CheckCalendarEnv));
  return {
    checkCalendar: byJurisdictionNow({ ...dated, clock: systemClock }, createCheckCalendar),
  };
};
