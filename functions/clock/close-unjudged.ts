import { CloseUnjudgedEnv, readEnv } from '../../shared/platform/env.ts';
import { log } from '../../shared/platform/logger.ts';
import { createCloseUnjudged } from '../../shared/usecases/close-unjudged.ts';
import { caseUseCases } from '../case-container.ts';
import { casePorts } from '../container.ts';

const ports = casePorts(readEnv(CloseUnjudgedEnv));
const closeUnjudged = createCloseUnjudged({
  ...ports,
  changeCase: caseUseCases(ports).changeCase,
});

/** Runs each hour; an hour that was missed is made up by the next. */
export const handler = async (): Promise<void> => {
  log('UNJUDGED_CLOSED', await closeUnjudged(ports.jurisdictionId));
};
