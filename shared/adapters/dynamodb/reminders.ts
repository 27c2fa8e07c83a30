import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { Case, ClockKind, Instant } from '../../domain/case.ts';
import { Recipient } from '../../domain/ladder.ts';
import { REMINDER_KINDS } from '../../domain/reminder-audience.ts';
import type { PlacedReminder, Reminders, RemindersQuestion } from '../../ports/reminders.ts';
import { idsOf } from './case-items.ts';
import { reminderPartition } from './case-keys.ts';

const { trackingCode, priority, serviceCode, areaCode, summary } = Case.shape;
const Row = z.object({
  pk: z.string(),
  wsk: z.string(),
  trackingCode,
  priority,
  serviceCode: serviceCode.default(null),
  areaCode: areaCode.default(null),
  summary: summary.default(null),
});
/** `<tellAt>#<caseId>#<version>#<clock>#<kind>#<level>#<tell>#<dueAt>` */
const Place = z.tuple([
  Instant,
  z.string(),
  z.string(),
  ClockKind,
  z.enum(REMINDER_KINDS),
  z.coerce.number().int(),
  Recipient,
  Instant,
]);

/** Events of alarms, listed in the `worklist` index under those who are told of them. */
export class DynamoDbReminders implements Reminders {
  readonly #client: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(client: DynamoDBDocumentClient, { tableName }: { readonly tableName: string }) {
    this.#client = client;
    this.#tableName = tableName;
  }

  async list({ jurisdictionId, audience, until, limit, after }: RemindersQuestion) {
    const answer = await this.#client.send(
      new QueryCommand({
        TableName: this.#tableName,
        IndexName: 'worklist',
        KeyConditionExpression: 'wpk = :wpk AND wsk < :before',
        ExpressionAttributeValues: {
          ':wpk': reminderPartition(jurisdictionId, audience),
          // Every place of that instant comes before the tilde.
          ':before': after ?? `${until}#~`,
        },
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return (answer.Items ?? []).map((item): PlacedReminder => {
      const { pk, wsk, ...shown } = Row.parse(item);
      const [tellAt, , version, clock, kind, level, tell, dueAt] = Place.parse(wsk.split('#'));
      const { caseId } = idsOf({ pk });
      const reminder = { ...shown, caseId, clock, kind, level, tell, dueAt, tellAt };
      return { reminder, place: `${tellAt}#${caseId}#${version}` };
    });
  }
}
