import { createChangeCase } from '../shared/usecases/change-case.ts';
import { byJurisdictionNow } from '../shared/usecases/jurisdiction-now.ts';
import { createReadCase } from '../shared/usecases/read-case.ts';
import type { casePorts } from './container.ts';

/** For those who change cases: all decisions are loaded with it. */
export const caseUseCases = (ports: ReturnType<typeof casePorts>) => ({
  changeCase: byJurisdictionNow(ports, createChangeCase),
  readCase: byJurisdictionNow(ports, createReadCase),
});
