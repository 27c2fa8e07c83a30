import * as z from 'zod';
import { AreaCode, DistrictCode } from '../domain/area.ts';
import { CERTAINTIES } from '../domain/place/find-place.ts';
import { Channel, Priority } from '../domain/channel.ts';
import { Case, Instant } from '../domain/case.ts';
import { Attributes } from '../domain/routing-names.ts';
import { CaseClass, ServiceCode } from '../domain/service-catalog.ts';
import { CaseBody, RouteProposalBody } from './case.ts';
import { Address, Description, PhoneText } from './text.ts';

/** What is known of a call so far. What a person has chosen is not guessed again. */
export const DraftRequest = z.strictObject({
  channel: Channel,
  description: Description,
  place: Address.optional(),
  point: z
    .strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
    .optional(),
  phone: PhoneText.optional(),
  serviceCode: ServiceCode.optional(),
  areaCode: AreaCode.optional(),
  priority: Priority.optional(),
  attributes: Attributes.optional(),
});

const probability = z.number().min(0).max(1);
const { caseId, trackingCode, status, lead, serviceCode, areaCode, summary, receivedAt } =
  Case.shape;

export const DraftProposalBody = z.strictObject({
  classification: z.strictObject({
    /** Version of the classifier. */
    model: z.string(),
    /** Most likely first. */
    classes: z.array(z.strictObject({ code: CaseClass, probability })),
    services: z.array(z.strictObject({ code: ServiceCode, probability })),
    /** Words of the text that decided. */
    words: z.array(z.string()),
    /** Not sure enough to rely on it. */
    askPerson: z.boolean(),
  }),
  place: z.strictObject({
    areaCode: AreaCode.nullable(),
    districtCode: DistrictCode.nullable(),
    certainty: z.enum(CERTAINTIES),
    candidates: z.array(AreaCode),
    /** The district or commune that was named, where it has ended and several wards followed; a case may carry it. */
    former: AreaCode.nullable(),
  }),
  /**
   * To be taken as they are: the person's choice, else the service where the machine is sure, and the place that was found;
   * how sure that is, `place.certainty` says.
   */
  serviceCode: ServiceCode.nullable(),
  areaCode: AreaCode.nullable(),
  route: RouteProposalBody,
  answerDueAt: Instant.nullable(),
  /** In the province's time. */
  answerDueAtLocal: z.string().nullable(),
  /** Cases that may be the same incident, most likely first; log with `duplicateOf` to follow one. */
  duplicates: z.array(
    z.strictObject({
      caseId,
      trackingCode,
      status,
      lead,
      serviceCode,
      areaCode,
      summary,
      receivedAt,
      score: probability,
      because: z.array(z.string()),
      /** Reports that follow it already; 100 stands for 100 or more. */
      followers: z.int().min(0),
    }),
  ),
  /** The caller's cases that are not closed, newest first. */
  callerCases: z.array(CaseBody),
  /** Send it back as `proposal` when logging, so that the case remembers what was proposed. */
  proposal: z.string(),
});
