import * as z from 'zod';
import type { Actor } from './actor.ts';
import { Instant } from './case.ts';
import { DepartmentCode } from './department.ts';
import { isDepartmentRole } from './roles.ts';
import { ServiceCode } from './service-catalog.ts';

export const TemplateId = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Who answers with it: the desk, every department, or one. */
export const TemplateOwner = z.union([z.enum(['desk', 'departments']), DepartmentCode]);
export type TemplateOwner = z.infer<typeof TemplateOwner>;

export const AnswerTemplate = z.strictObject({
  templateId: TemplateId,
  owner: TemplateOwner,
  /** Null: fits any service. */
  serviceCode: ServiceCode.nullable(),
  language: z.enum(['vi', 'en']),
  /** By which it is chosen. */
  name: z.string().min(1),
  text: z.string().min(1),
  /** False: retired. It is kept, and no longer offered. */
  active: z.boolean(),
});
export type AnswerTemplate = z.infer<typeof AnswerTemplate>;

/** Version 0 came with the system and was never changed. */
export const StoredTemplate = z.strictObject({
  template: AnswerTemplate,
  version: z.int().min(0),
  changedAt: Instant.nullable(),
  changedBy: z.string().nullable(),
});
export type StoredTemplate = z.infer<typeof StoredTemplate>;

/** Whether somebody may answer with templates of this owner; those who oversee see all. */
export function mayUseTemplate({ role, department }: Actor, owner: TemplateOwner): boolean {
  if (isDepartmentRole(role)) return owner === 'departments' || owner === department;
  return role !== 'agent' || owner === 'desk';
}

/** The supervisor writes for the desk, a department lead for the own department, an administrator for everybody. */
export function mayWriteTemplate({ role, department }: Actor, owner: TemplateOwner): boolean {
  if (role === 'admin') return true;
  if (role === 'supervisor') return owner === 'desk';
  return role === 'department_lead' && owner === department;
}
