import { createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import {
  type ContentBlock,
  ConverseCommand,
  type ConverseCommandOutput,
} from '@aws-sdk/client-bedrock-runtime';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { jurisdiction } from '../../../test/support/case-builder.ts';
import { createModelClient } from './model-client.ts';
import { BedrockSecondOpinion } from './second-opinion.ts';

const services = [...jurisdiction.services.values()];
const question = { text: 'Đèn đường tắt cả tuần nay, <name> báo.', services };
const modelId = 'anthropic.claude-3-haiku-20240307-v1:0';

function setup() {
  const client = createModelClient({ region: 'ap-southeast-1' });
  const bedrock = mockClient(client);
  return { bedrock, opinion: new BedrockSecondOpinion({ client, modelId }) };
}

const answered = (
  content: readonly ContentBlock[],
  stopReason: ConverseCommandOutput['stopReason'] = 'tool_use',
) => ({ output: { message: { role: 'assistant' as const, content: [...content] } }, stopReason });

const filed = (input: unknown, name = 'file_message'): ContentBlock => ({
  // What a model sends is JSON of any shape.
  toolUse: { toolUseId: 't1', name, input: input as Record<string, string> },
});

describe('a second opinion from Bedrock', () => {
  it('is the service that the model files the message under', async () => {
    const { bedrock, opinion } = setup();
    bedrock.on(ConverseCommand).resolves(answered([filed({ service: 'street-light' })]));
    expect(await opinion.ask(question)).toEqual({ ok: true, value: 'street-light' });
    expect(opinion.id).toBe(modelId);
  });

  it('is asked for through a tool that knows the catalogue, in few tokens', async () => {
    const { bedrock, opinion } = setup();
    bedrock.on(ConverseCommand).resolves(answered([filed({ service: 'street-light' })]));
    await opinion.ask(question);
    const [call] = bedrock.commandCalls(ConverseCommand);
    expect(call?.args[0].input).toMatchObject({
      modelId,
      messages: [{ role: 'user', content: [{ text: `<message>\n${question.text}\n</message>` }] }],
      inferenceConfig: { maxTokens: 150, temperature: 0 },
      toolConfig: { toolChoice: { tool: { name: 'file_message' } } },
    });
    const [tool] = call?.args[0].input.toolConfig?.tools ?? [];
    expect(tool?.toolSpec?.inputSchema?.json).toMatchObject({
      properties: { service: { enum: services.map(({ code }) => code) } },
    });
  });

  it.each([
    ['says it in words', answered([{ text: 'street-light' }], 'end_turn'), 'REFUSED'],
    ['will not say', answered([], 'content_filtered'), 'REFUSED'],
    ['is held back', answered([], 'guardrail_intervened'), 'REFUSED'],
    ['never stops', answered([{ text: 'Tôi nghĩ…' }], 'max_tokens'), 'MALFORMED'],
    ['calls another tool', answered([filed({ service: 'noise' }, 'search')]), 'REFUSED'],
    ['files under nothing', answered([filed({})]), 'MALFORMED'],
    ['files under two', answered([filed({ service: ['noise', 'tree'] })]), 'MALFORMED'],
    ['files under no code', answered([filed({ service: 'Đèn đường' })]), 'MALFORMED'],
    ['files a text', answered([filed('{"service": "noise"')]), 'MALFORMED'],
    ['answers nothing', {}, 'REFUSED'],
  ])('is none when the model %s', async (_what, answer, because) => {
    const { bedrock, opinion } = setup();
    bedrock.on(ConverseCommand).resolves(answer);
    expect(await opinion.ask(question)).toMatchObject({ ok: false, error: { because } });
  });

  it.each([
    ['ThrottlingException', 'THROTTLED'],
    ['ServiceQuotaExceededException', 'THROTTLED'],
    ['ModelTimeoutException', 'TIMED_OUT'],
    ['AccessDeniedException', 'FAILED'],
    ['ResourceNotFoundException', 'FAILED'],
    ['ValidationException', 'FAILED'],
  ])('is none after %s', async (name, because) => {
    const { bedrock, opinion } = setup();
    bedrock.on(ConverseCommand).rejects(Object.assign(new Error('secret words'), { name }));
    expect(await opinion.ask(question)).toEqual({
      ok: false,
      error: { code: 'NO_OPINION', because, error: name },
    });
  });

  it('is none when the time is over, and nothing is tried again', async () => {
    let requests = 0;
    const silent = createServer();
    silent.on('stream', () => {
      requests += 1;
    });
    await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
    const { port } = silent.address() as AddressInfo;
    const client = createModelClient({
      region: 'ap-southeast-1',
      endpoint: `http://127.0.0.1:${port}`,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    const opinion = new BedrockSecondOpinion({ client, modelId, timeLimitMs: 300 });
    expect(await opinion.ask(question)).toMatchObject({
      ok: false,
      error: { because: 'TIMED_OUT' },
    });
    expect(requests).toBe(1);
    client.destroy();
    silent.close();
  });
});
