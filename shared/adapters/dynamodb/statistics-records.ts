import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { CountableCase } from '../../domain/statistics.ts';
import { parseHead } from './case-items.ts';
import { HEAD } from './case-keys.ts';

/** Whether the record tells of a new version of a case. The mapping's filter lets no other through. */
export const isHeadRecord = ({ eventName, dynamodb }: DynamoDBRecord): boolean =>
  eventName !== 'REMOVE' && dynamodb?.Keys?.['sk']?.S === HEAD;

/** Undefined when the row is not a case head as we write it. */
export function readHeadRecord({ dynamodb }: DynamoDBRecord): CountableCase | undefined {
  try {
    // Lambda gives bytes as text where the SDK has bytes. What a head keeps as bytes, the likeness, no figure needs.
    const image = Object.entries(dynamodb?.NewImage ?? {}).filter(([, { B }]) => B === undefined);
    const item = unmarshall(Object.fromEntries(image) as Record<string, AttributeValue>);
    return parseHead(item).case;
  } catch {
    return undefined;
  }
}
