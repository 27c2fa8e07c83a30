import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod';
import { Channel } from '../../domain/channel.ts';
import { DeliveryMessage, type PublishedEvent } from '../../domain/delivery.ts';

const Text = z.object({ S: z.string() });
const { jurisdictionId, caseId, type, department } = DeliveryMessage.shape;

/** Of the event that logged a case; what is null comes as `NULL`, and what is left out does not come. */
const LoggedBody = {
  channel: z.object({ S: Channel }).optional(),
  class: z.unknown().optional(),
  serviceCode: z.unknown().optional(),
  proposed: z.unknown().optional(),
};

/** An event item as a stream shows it: only what publishing needs, whatever else it holds. */
const EventImage = z
  .object({
    pk: Text,
    sk: Text,
    body: z.object({ M: z.object({ type: Text, ...LoggedBody }) }),
    /** Departments before and after the change; absent when no department was ever concerned. */
    participants: z.object({ L: z.array(Text) }).optional(),
  })
  .transform(({ pk, sk, body, participants }) => {
    const [jurisdiction, , id] = pk.S.split('#');
    return {
      event: {
        jurisdictionId: jurisdiction,
        caseId: id,
        version: Number(sk.S.split('#')[1]),
        body: { type: body.M.type.S },
      },
      participants: participants?.L.map(({ S }) => S) ?? [],
      ...(body.M.type.S === 'CaseLogged' && { logged: loggedAs(body.M) }),
    };
  })
  .pipe(
    z.object({
      event: z.object({
        jurisdictionId,
        caseId,
        version: z.int().min(1),
        body: z.object({ type }),
      }),
      participants: z.array(department),
      logged: z.object({ channel: Channel, isDrafted: z.boolean() }).optional(),
    }),
  );

function loggedAs({ channel, ...body }: z.infer<z.ZodObject<typeof LoggedBody>>) {
  const isSaid = (value: unknown) => value !== undefined && !Null.safeParse(value).success;
  const isDrafted = isSaid(body.class) || isSaid(body.serviceCode) || isSaid(body.proposed);
  return channel && { channel: channel.S, isDrafted };
}
const Null = z.object({ NULL: z.literal(true) });

/** Whether the record tells of an event that came to be. The mapping's filter lets no other through. */
export const isEventRecord = ({ eventName, dynamodb }: DynamoDBRecord): boolean =>
  eventName === 'INSERT' && dynamodb?.Keys?.['sk']?.S?.startsWith('event#') === true;

/** Undefined when the item is not an event as we write it. */
export function readEventRecord({ dynamodb }: DynamoDBRecord): PublishedEvent | undefined {
  const parsed = EventImage.safeParse(dynamodb?.NewImage);
  return parsed.success ? parsed.data : undefined;
}
