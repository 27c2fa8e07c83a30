import * as z from 'zod';
import { Channel } from '../../shared/domain/channel.ts';
import { type Jurisdiction, withRules } from '../../shared/domain/jurisdiction-lookups.ts';
import type { PlaceFound } from '../../shared/domain/place/find-place.ts';
import type { Places } from '../../shared/domain/place/places.ts';
import { err, ok, type Result } from '../../shared/domain/result.ts';
import { proposeRoute, type RouteProposal } from '../../shared/domain/routing.ts';
import type { TextClassification } from '../../shared/domain/text/classifier.ts';

const Message = z
  .object({
    id: z.union([z.string(), z.number()]),
    text: z.string(),
    lat: z.number().min(-90).max(90).optional(),
    lon: z.number().min(-180).max(180).optional(),
    channel: Channel.optional(),
    at: z.iso.datetime({ offset: true }).optional(),
  })
  .refine(({ lat, lon }) => (lat === undefined) === (lon === undefined), {
    path: ['lat'],
    message: 'a point has lat and lon',
  });
type Message = z.infer<typeof Message>;

/** What is said of one message. */
export interface Classified {
  readonly id: string | number;
  readonly class: string | null;
  readonly classProbability: number;
  readonly service: string | null;
  readonly serviceProbability: number;
  readonly areaCode: string | null;
  readonly districtCode: string | null;
  readonly lead: string | null;
  readonly supporting: readonly string[];
  readonly rule: string | null;
  readonly askPerson: boolean;
}

export interface LineRefused {
  readonly code: 'LINE_NOT_JSON' | 'LINE_INVALID';
  readonly message: string;
  /** Of the message, where it could be read. */
  readonly id?: string | number;
}

interface Knowledge {
  readonly classify: (text: string) => TextClassification;
  readonly places: Places;
  readonly jurisdiction: Jurisdiction;
}

/**
 * The same as a draft gets at the desk, without the cases that are there. A person is asked where the classifier is not sure
 * or nobody can tell to whom it goes. Which of the others a province lets route themselves is a matter of its intake rules.
 */
export function createClassifyLine({ classify, places, jurisdiction }: Knowledge) {
  const timeless = withoutTimes(jurisdiction);
  const placeOf = ({ text, lat, lon, at }: Message): PlaceFound => {
    const point = lat === undefined || lon === undefined ? undefined : { lat, lon };
    // Without an instant nobody knows of which division a name is; `now` would be a guess about a backlog.
    return places({ text, point, at: at === undefined ? undefined : new Date(at) });
  };
  return (line: string): Result<Classified, LineRefused> => {
    const message = readMessage(line);
    if (!message.ok) return message;
    const said = classify(message.value.text);
    const place = placeOf(message.value);
    const known = message.value.at === undefined ? timeless : jurisdiction;
    const route = routeOf(message.value, { said, place }, known);
    const [bestClass, bestService] = [best(said.classes), best(said.services)];
    return ok({
      id: message.value.id,
      class: bestClass.code,
      classProbability: bestClass.probability,
      service: bestService.code,
      serviceProbability: bestService.probability,
      areaCode: place.areaCode,
      districtCode: place.districtCode,
      ...departmentsOf(route),
      rule: route.rule,
      askPerson: said.askPerson || !route.decided,
    });
  };
}

function readMessage(line: string): Result<Message, LineRefused> {
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return err({ code: 'LINE_NOT_JSON', message: 'dòng không phải JSON (not JSON)' });
  }
  const parsed = Message.safeParse(raw);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const message = [issue?.path.join('.'), issue?.message].filter(Boolean).join(': ');
  const read = Message.shape.id.safeParse((raw as { id?: unknown } | null)?.id);
  return err({ code: 'LINE_INVALID', message, ...(read.success && { id: read.data }) });
}

function routeOf(
  { text, channel = 'web', at }: Message,
  { said, place }: { readonly said: TextClassification; readonly place: PlaceFound },
  jurisdiction: Jurisdiction,
): RouteProposal {
  const code = said.services[0]?.code;
  const service = code === undefined ? undefined : jurisdiction.services.get(code);
  if (service === undefined) return { decided: false, because: 'NOT_CLASSIFIED', rule: null };
  return proposeRoute(
    {
      service,
      areaCode: place.areaCode,
      districtCode: place.districtCode,
      channel,
      priority: service.urgent === true ? 'urgent' : 'normal',
      attributes: {},
      receivedAt: at ?? NO_TIME,
      words: text,
    },
    jurisdiction,
  );
}

/** Of a message that does not say when it came, and of which no rule asks. */
const NO_TIME = new Date(0).toISOString();

/** Without an instant no rule may turn on the hour or the day: the same file would go elsewhere at night. */
const withoutTimes = (jurisdiction: Jurisdiction): Jurisdiction =>
  withRules(jurisdiction, {
    number: jurisdiction.rulesNumber,
    rules: jurisdiction.rules.filter(
      ({ when: { timeOfDay, dayKind } }) => timeOfDay === undefined && dayKind === undefined,
    ),
  });

/** What the desk answers itself has no lead. */
const departmentsOf = (route: RouteProposal) =>
  route.decided && route.to === 'departments'
    ? { lead: route.lead, supporting: route.supporting }
    : { lead: null, supporting: [] };

const best = ([first]: readonly { readonly code: string; readonly probability: number }[]) => ({
  code: first?.code ?? null,
  probability: Math.round((first?.probability ?? 0) * 10_000) / 10_000,
});
