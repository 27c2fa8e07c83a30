import { Button, Radio, Stack, TextInput } from '@mantine/core';
import { type SubmitEvent, useState } from 'react';
import { ErrorNote, useSentence } from '../parts/error-note.tsx';
import { codeOf } from '../platform/api-problem.ts';
import { useWords } from '../words/language.tsx';
import { deliveryWords } from './delivery-words.ts';
import { type Delivery, useSaveDelivery } from './use-delivery.ts';

interface DeliveryFormProps {
  readonly delivery: Delivery;
  readonly showSecret: (secret: string) => void;
}

export function DeliveryForm({ delivery, showSecret }: DeliveryFormProps) {
  const words = useWords(deliveryWords);
  const known = delivery.mode === 'webhook' ? delivery.url : '';
  const [mode, setMode] = useState(delivery.mode);
  const [url, setUrl] = useState(known);
  const saving = useSaveDelivery(showSecret);
  const isChanged = mode !== delivery.mode || (mode === 'webhook' && url.trim() !== known);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    saving.mutate(mode === 'inbox' ? { mode } : { mode, url: url.trim() });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm" align="flex-start">
        <Radio.Group
          label={words.how}
          value={mode}
          onChange={(value) => setMode(value === 'webhook' ? 'webhook' : 'inbox')}
        >
          <Stack gap={8} mt={8}>
            <Radio value="inbox" label={words.inbox} description={words.inboxHint} />
            <Radio value="webhook" label={words.webhook} description={words.webhookHint} />
          </Stack>
        </Radio.Group>
        {mode === 'webhook' && <UrlField url={url} change={setUrl} error={saving.error} />}
        <Refusal error={saving.error} />
        <Button type="submit" disabled={!isChanged} loading={saving.isPending}>
          {mode === 'webhook' ? words.saveWebhook : words.saveInbox}
        </Button>
        <div role="status">{saving.isSuccess && words.saved}</div>
      </Stack>
    </form>
  );
}

/** What the address is to blame for is told at its field. */
function Refusal({ error }: { readonly error: Error | null }) {
  return error === null || isOfUrl(error) ? null : <ErrorNote error={error} />;
}

const isOfUrl = (error: Error): boolean => codeOf(error) === 'WEBHOOK_TARGET_REFUSED';

interface UrlFieldProps {
  readonly url: string;
  readonly change: (url: string) => void;
  readonly error: Error | null;
}

function UrlField({ url, change, error }: UrlFieldProps) {
  const words = useWords(deliveryWords);
  const sentence = useSentence();
  return (
    <TextInput
      type="url"
      required
      w="100%"
      label={words.url}
      description={words.urlHint}
      value={url}
      error={error !== null && isOfUrl(error) && sentence(error)}
      errorProps={{ role: 'alert' }}
      onChange={({ currentTarget }) => change(currentTarget.value)}
    />
  );
}
