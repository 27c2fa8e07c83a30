import * as z from 'zod';
import { Actor } from '../domain/actor.ts';
import { Instant } from '../domain/case.ts';
import { Department, DepartmentCode } from '../domain/department.ts';
import { NamedClass, Service, ServiceCode } from '../domain/service-catalog.ts';
import { plainText } from '../domain/text/clean.ts';

const REASON_LIMIT = 1_000;
/** Of a name: it stands in a select and in a letter's heading. */
const NAME_LIMIT = 120;
/** Rows of a list: the largest provinces have some 90 focal points and 300 services, and all are sent to every screen. */
const ROWS_MAX = 500;
/** Supporting departments of a service, as of a rule. */
const SUPPORTING_MAX = 10;
/** Of a target, whatever its unit: a year of days. */
const AMOUNT_MAX = 365;

const names = {
  name: plainText({ min: 1, max: NAME_LIMIT }),
  nameEn: plainText({ min: 1, max: NAME_LIMIT }),
};
const reason = plainText({ min: 1, max: REASON_LIMIT });
const { target } = Service.shape;
const Target = target.extend({ amount: target.shape.amount.max(AMOUNT_MAX) });

/** The whole list, in its order. */
export const DepartmentsRequest = z.strictObject({
  departments: z.array(Department.extend(names)).min(1).max(ROWS_MAX),
});
export const PublishDepartmentsRequest = DepartmentsRequest.extend({ reason });

export const ServicesRequest = z.strictObject({
  services: z
    .array(
      Service.extend({
        ...names,
        group: plainText({ min: 1, max: 64 }),
        supporting: z.array(DepartmentCode).max(SUPPORTING_MAX),
        target: Target,
        supportingTarget: Target.optional(),
      }),
    )
    .min(1)
    .max(ROWS_MAX),
});
export const PublishServicesRequest = ServicesRequest.extend({ reason });

export const ListVersionBody = z.strictObject({
  /** 0: the list that comes with the software. */
  number: z.int().min(0),
  published: z
    .strictObject({
      at: Instant,
      by: Actor,
      reason: z.string(),
      added: z.array(z.string()),
      changed: z.array(z.string()),
    })
    .nullable(),
});

export const DepartmentsBody = ListVersionBody.extend({ departments: z.array(Department) });
export const ServicesBody = ListVersionBody.extend({
  classes: z.array(NamedClass),
  services: z.array(Service),
});

export const ListHistoryBody = z.strictObject({
  /** Newest first. */
  versions: z.array(ListVersionBody),
});

export const ListParams = z.strictObject({
  number: z.coerce.number().int().min(0).max(999_999),
});

const preview = {
  /** Send it as If-Match to publish on the list that was compared with. */
  basedOn: z.int().min(0),
  problems: z.array(
    z.strictObject({
      code: z.string(),
      /** Place in the request: `departments[3].active`. */
      path: z.string(),
      message: z.string(),
      messageVi: z.string(),
    }),
  ),
};

export const DepartmentsPreviewBody = z.strictObject({
  ...preview,
  /** Departments that would take no new cases any more, and the cases that they lead or support and must finish. */
  closing: z.array(
    z.strictObject({
      department: DepartmentCode,
      openCases: z.int(),
      /** False: there are at least so many. */
      complete: z.boolean(),
    }),
  ),
});

export const ServicesPreviewBody = z.strictObject({
  ...preview,
  /** Services whose time to answer would be another. Cases that are with departments keep their deadlines. */
  targets: z.array(
    z.strictObject({
      service: ServiceCode,
      /** When an answer to a case that came in now would be due, as it is and as it would be. */
      dueNow: Instant.nullable(),
      dueThen: Instant.nullable(),
      /** Cases that departments work on, and how many of them would be due at another time. */
      openCases: z.int(),
      otherDue: z.int(),
    }),
  ),
});
