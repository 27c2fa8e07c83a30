import * as z from 'zod';
import { AnswerTemplate, StoredTemplate, TemplateId } from '../domain/answer-template.ts';
import { AuditEntry, AuditKind } from '../domain/audit.ts';
import { Preferences, SavedFilter, FILTER_LIMIT } from '../domain/preferences.ts';
import { plainText } from '../domain/text/clean.ts';
import { PAGE_DEFAULT, PAGE_LIMIT } from './case.ts';
import { AnswerText } from './text.ts';

const NAME_LIMIT = 120;
const FILTER_NAME_LIMIT = 60;

const { changedAt, changedBy, version } = StoredTemplate.shape;

export const TemplateBody = AnswerTemplate.extend({
  /** 0: as it came with the system. Goes out as the ETag of a change. */
  version,
  changedAt,
  /** Subject of who changed it; null as long as nobody did. */
  changedBy,
});

export const TemplatesBody = z.strictObject({
  /** Names that may stand in braces in a text: whoever answers fills them in and sees the answer before it goes. */
  placeholders: z.array(z.string()),
  /** By name; retired ones too (`active`). */
  templates: z.array(TemplateBody),
});

export const TemplateParams = z.strictObject({ templateId: TemplateId });

export const PutTemplateRequest = AnswerTemplate.omit({ templateId: true }).extend({
  name: plainText({ min: 1, max: NAME_LIMIT }),
  text: AnswerText,
  active: z.boolean().default(true),
});

export const PreferencesBody = Preferences;

export const PutPreferencesRequest = Preferences.extend({
  savedFilters: z
    .array(SavedFilter.extend({ name: plainText({ min: 1, max: FILTER_NAME_LIMIT }) }))
    .max(FILTER_LIMIT),
});

export const AuditQuery = z.strictObject({
  kind: AuditKind.optional(),
  limit: z.coerce.number().int().min(1).max(PAGE_LIMIT).default(PAGE_DEFAULT),
  /** `next` of the page before. */
  before: z.string().max(200).optional(),
});

export const AuditBody = z.strictObject({
  /** Latest first. */
  entries: z.array(AuditEntry),
  next: z.string().nullable(),
});
