import { Text } from '@mantine/core';
import { useFormat } from '../parts/format.ts';
import { Moment } from '../parts/moment.tsx';
import { StateMark } from '../parts/state-mark.tsx';
import { useWords } from '../words/language.tsx';
import { deliveryLogWords } from './delivery-log-words.ts';
import type { Attempt } from './use-delivery-log.ts';

type Failure = NonNullable<Attempt['failure']>;
const SECOND_MS = 1_000;

/** What the department's system answered, and what follows. */
export function AttemptResult({ attempt }: { readonly attempt: Attempt }) {
  const words = useWords(deliveryLogWords);
  const format = useFormat();
  const failed = useFailure();
  const { failure, tries, tookMs, retryAt } = attempt;
  const took = words.took(words.seconds(format.number(Math.round(tookMs / 100) / 10)));
  return (
    <>
      <Text>
        <StateMark state={failure === null ? 'met' : 'late'} />{' '}
        {failure === null ? words.taken : failed(failure)}
      </Text>
      <Text size="sm" c="dimmed">
        {words.try(tries)}
        {tookMs >= SECOND_MS && `, ${took}`}
      </Text>
      {failure !== null && (
        <Text size="sm" c="dimmed">
          {retryAt === null ? (
            words.givenUp
          ) : (
            <>
              {words.retryAt} <Moment at={retryAt} />
            </>
          )}
        </Text>
      )}
    </>
  );
}

function useFailure(): (failure: Failure) => string {
  const words = useWords(deliveryLogWords);
  return ({ code, because, status, cause }) => {
    if (code === 'WEBHOOK_TARGET_REFUSED') return words[code](because ?? '');
    if (code !== 'WEBHOOK_FAILED') return words[code];
    if (because === 'TIMED_OUT') return words.TIMED_OUT;
    if (because === 'STATUS' || because === 'REDIRECTED') return words[because](String(status));
    return words.UNREACHABLE(cause ?? '');
  };
}
