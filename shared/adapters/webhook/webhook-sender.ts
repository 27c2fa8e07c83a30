import { err, ok, type Result } from '../../domain/result.ts';
import type { TargetRefused } from '../../domain/webhook-target.ts';
import type { SignedMessage, WebhookFailed, WebhookSender } from '../../ports/webhooks.ts';
import { post } from './post.ts';
import { signedHeaders } from './signature.ts';
import type { CheckedWebhookTargets } from './webhook-targets.ts';

/** From the look-up of the name to the end of the answer. A receiver notes the event and works on it later. */
const TIME_LIMIT_MS = 5_000;

export interface WebhookSenderOptions {
  readonly targets: Pick<CheckedWebhookTargets, 'locate'>;
  readonly timeLimitMs?: number;
}

/** Posts signed messages over HTTPS. */
export class HttpsWebhookSender implements WebhookSender {
  readonly #targets: Pick<CheckedWebhookTargets, 'locate'>;
  readonly #timeLimitMs: number;

  constructor({ targets, timeLimitMs = TIME_LIMIT_MS }: WebhookSenderOptions) {
    this.#targets = targets;
    this.#timeLimitMs = timeLimitMs;
  }

  async send(message: SignedMessage): Promise<Result<null, WebhookFailed | TargetRefused>> {
    const signal = AbortSignal.timeout(this.#timeLimitMs);
    try {
      const target = await within(signal, this.#targets.locate(message.url));
      if (!target.ok) return target;
      const headers = {
        'content-type': 'application/json',
        'user-agent': 'hotline-1022',
        ...signedHeaders(message),
      };
      return outcomeOf(await post({ target: target.value, headers, body: message.body, signal }));
    } catch (thrown) {
      if (signal.aborted) return failed('TIMED_OUT');
      return failed('UNREACHABLE', { cause: codeOf(thrown) });
    }
  }
}

function outcomeOf(status: number): Result<null, WebhookFailed> {
  if (status >= 200 && status < 300) return ok(null);
  return failed(status >= 300 && status < 400 ? 'REDIRECTED' : 'STATUS', { status });
}

const failed = (
  because: WebhookFailed['because'],
  { status = null, cause = null }: Partial<Pick<WebhookFailed, 'status' | 'cause'>> = {},
) => err({ code: 'WEBHOOK_FAILED', because, status, cause } as const);

/** A system resolver cannot be stopped, but it need not be waited for. */
const within = <T>(signal: AbortSignal, work: Promise<T>): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('The time limit has passed')));
    }),
  ]);

/** Node's name for it; the message may hold addresses. */
const codeOf = (thrown: unknown): string =>
  thrown instanceof Error ? ((thrown as NodeJS.ErrnoException).code ?? thrown.name) : typeof thrown;
