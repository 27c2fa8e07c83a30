import { JurisdictionId } from '../domain/case.ts';
import type { JurisdictionFiles } from '../domain/jurisdiction-files.ts';
import { bundledJurisdiction, type Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import areas from './binh-duong/areas.json' with { type: 'json' };
import calendar from './binh-duong/calendar.json' with { type: 'json' };
import departments from './binh-duong/departments.json' with { type: 'json' };
import hospitals from './binh-duong/hospitals.json' with { type: 'json' };
import intake from './binh-duong/intake.json' with { type: 'json' };
import rules from './binh-duong/rules.json' with { type: 'json' };
import services from './binh-duong/services.json' with { type: 'json' };
import sla from './binh-duong/sla.json' with { type: 'json' };

/** Every folder beside this file. A new province is a folder and a line here. */
const files: Readonly<Record<string, JurisdictionFiles>> = {
  'binh-duong': { areas, calendar, departments, hospitals, intake, rules, services, sla },
};

/** The province that this deployment serves; throws at start when there is no such folder. */
export function loadJurisdiction(id: string): {
  readonly jurisdictionId: JurisdictionId;
  readonly jurisdiction: Jurisdiction;
} {
  const found = files[id];
  if (found === undefined) throw new Error(`No jurisdiction ${id} is bundled`);
  return { jurisdictionId: JurisdictionId.parse(id), jurisdiction: bundledJurisdiction(found) };
}
