/** The three tables, defined once for the infrastructure, the adapters and the tests. */

/** One request page is sorted by one of these; see docs/access-patterns.md. */
export interface IndexDefinition {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey?: string;
  /** Attributes copied into the index beside the keys. Empty: keys only, so that other changes cost nothing here. */
  readonly projected: readonly string[];
}

export interface TableDefinition {
  /** Short name; the physical name comes from the stack and reaches functions by environment. */
  readonly name: 'cases' | 'directory' | 'statistics';
  readonly partitionKey: 'pk';
  readonly sortKey: 'sk';
  readonly indexes: readonly IndexDefinition[];
  readonly stream: boolean;
  /** Attribute with the second (epoch) after which DynamoDB may delete the row. */
  readonly timeToLive?: string;
}

/**
 * What an inbox row shows (`rk`: from when it is at risk), so that a page of 25 is read from the index alone. Status and
 * deadline stand in the sort key; a second copy of them would make 26 rows more than the 12 KB of the budget. The origin
 * of its clock stands in a row only where that is not the receipt, and times of waiting only where there were any.
 */
const worklistRow = [
  'trackingCode',
  'version',
  'class',
  'serviceCode',
  'areaCode',
  'channel',
  'priority',
  'receivedAt',
  'summary',
  'rk',
  'clockStartedAt',
  'waiting',
] as const;

export const casesTable: TableDefinition = {
  name: 'cases',
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: [
    { name: 'worklist', partitionKey: 'wpk', sortKey: 'wsk', projected: worklistRow },
    { name: 'due', partitionKey: 'dpk', sortKey: 'dsk', projected: [] },
    { name: 'tracking', partitionKey: 'tpk', projected: [] },
    { name: 'caller', partitionKey: 'cpk', sortKey: 'csk', projected: [] },
    { name: 'place', partitionKey: 'lpk', sortKey: 'lsk', projected: ['lk'] },
  ],
  stream: true,
  timeToLive: 'expiresAt',
};

export const directoryTable: TableDefinition = {
  name: 'directory',
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: [],
  stream: false,
  // The log of deliveries.
  timeToLive: 'expiresAt',
};

export const statisticsTable: TableDefinition = {
  name: 'statistics',
  partitionKey: 'pk',
  sortKey: 'sk',
  indexes: [],
  stream: false,
};

export const tables = [casesTable, directoryTable, statisticsTable] as const;
