import type { Actor } from '../domain/actor.ts';
import {
  type AnswerTemplate,
  mayUseTemplate,
  mayWriteTemplate,
  type StoredTemplate,
} from '../domain/answer-template.ts';
import { PLACEHOLDERS, unknownPlaceholders } from '../domain/placeholders.ts';
import { canonicalJson } from '../domain/canonical-json.ts';
import type { JurisdictionId } from '../domain/case.ts';
import type { DepartmentCode } from '../domain/department.ts';
import type { Jurisdiction } from '../domain/jurisdiction-lookups.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ServiceCode } from '../domain/service-catalog.ts';
import type { Clock } from '../ports/system.ts';
import type { TemplateStore, TemplateVersionConflict } from '../ports/template-store.ts';

/** All are read at once, a unit for some ten: more would be no help to who has to choose one. */
export const TEMPLATE_LIMIT = 500;

export interface TemplatePorts {
  readonly templates: TemplateStore;
  /** Those that came with the system. */
  readonly bundled: readonly AnswerTemplate[];
}

export type ListTemplates = (
  jurisdictionId: JurisdictionId,
  by: Actor,
) => Promise<readonly StoredTemplate[]>;

const asBundled = (template: AnswerTemplate): StoredTemplate => ({
  template,
  version: 0,
  changedAt: null,
  changedBy: null,
});

async function allTemplates(
  jurisdictionId: JurisdictionId,
  { templates, bundled }: TemplatePorts,
): Promise<readonly StoredTemplate[]> {
  const stored = await templates.list(jurisdictionId);
  const changed = new Set(stored.map(({ template }) => template.templateId));
  const untouched = bundled.filter(({ templateId }) => !changed.has(templateId)).map(asBundled);
  return [...untouched, ...stored];
}

/** What somebody may answer with or has to look after, retired ones too, by name. */
export const createListTemplates =
  (ports: TemplatePorts): ListTemplates =>
  async (jurisdictionId, by) =>
    (await allTemplates(jurisdictionId, ports))
      .filter(({ template: { owner } }) => mayUseTemplate(by, owner) || mayWriteTemplate(by, owner))
      .sort((a, b) => a.template.name.localeCompare(b.template.name, 'vi'));

export interface SaveTemplateInput {
  readonly jurisdictionId: JurisdictionId;
  readonly by: Actor;
  /** 0 for a new one, and for one that came with the system. */
  readonly basedOn: number;
  readonly template: AnswerTemplate;
}

export type SaveTemplateError =
  | TemplateVersionConflict
  | { readonly code: 'NOT_PERMITTED' }
  | { readonly code: 'UNKNOWN_SERVICE'; readonly serviceCode: ServiceCode }
  | { readonly code: 'UNKNOWN_DEPARTMENT'; readonly department: DepartmentCode }
  | { readonly code: 'TEMPLATE_LIMIT'; readonly limit: number }
  | {
      readonly code: 'TEMPLATE_PLACEHOLDER';
      readonly unknown: readonly string[];
      readonly known: readonly string[];
    };

export type SaveTemplate = (
  input: SaveTemplateInput,
) => Promise<Result<StoredTemplate, SaveTemplateError>>;

export interface SaveTemplatePorts extends TemplatePorts {
  readonly clock: Clock;
  readonly jurisdiction: Pick<Jurisdiction, 'departments' | 'services'>;
}

/** Writes, changes or retires a template. Repeating the request changes nothing. */
export const createSaveTemplate =
  (ports: SaveTemplatePorts): SaveTemplate =>
  async (input) => {
    const { jurisdictionId, by, basedOn, template } = input;
    const before = await currentOf(jurisdictionId, template.templateId, ports);
    const refused = refusal(input, before, ports);
    if (refused !== undefined) return err(refused);
    const at = ports.clock.now().toISOString();
    const stored = { template, version: basedOn + 1, changedAt: at, changedBy: by.id };
    if (before === undefined) {
      const all = await allTemplates(jurisdictionId, ports);
      if (all.length >= TEMPLATE_LIMIT)
        return err({ code: 'TEMPLATE_LIMIT', limit: TEMPLATE_LIMIT });
    } else if (isServed(before, stored)) return ok(before);
    const change = { before: before?.template ?? null, after: template };
    const audit = { at, by, kind: 'template', of: template.templateId, ...change } as const;
    const saved = await ports.templates.save(jurisdictionId, stored, audit);
    return saved.ok ? ok(stored) : saved;
  };

/** The same request, once more. */
const isServed = (before: StoredTemplate, { version, changedBy, template }: StoredTemplate) =>
  before.version === version &&
  before.changedBy === changedBy &&
  canonicalJson(before.template) === canonicalJson(template);

async function currentOf(
  jurisdictionId: JurisdictionId,
  templateId: string,
  { templates, bundled }: TemplatePorts,
): Promise<StoredTemplate | undefined> {
  const found = bundled.find((template) => template.templateId === templateId);
  const stored = await templates.find(jurisdictionId, templateId);
  return stored ?? (found && asBundled(found));
}

function refusal(
  { by, template }: SaveTemplateInput,
  before: StoredTemplate | undefined,
  { jurisdiction }: SaveTemplatePorts,
): SaveTemplateError | undefined {
  const owners = [template.owner, ...(before === undefined ? [] : [before.template.owner])];
  if (!owners.every((one) => mayWriteTemplate(by, one))) return { code: 'NOT_PERMITTED' };
  const unknown = unknownPlaceholders(template.text);
  return unknown.length === 0
    ? unknownCode(template, jurisdiction)
    : { code: 'TEMPLATE_PLACEHOLDER', unknown, known: PLACEHOLDERS };
}

function unknownCode(
  { owner, serviceCode }: AnswerTemplate,
  { departments, services }: SaveTemplatePorts['jurisdiction'],
): SaveTemplateError | undefined {
  if (owner !== 'desk' && owner !== 'departments' && !departments.has(owner)) {
    return { code: 'UNKNOWN_DEPARTMENT', department: owner };
  }
  return serviceCode === null || services.has(serviceCode)
    ? undefined
    : { code: 'UNKNOWN_SERVICE', serviceCode };
}
