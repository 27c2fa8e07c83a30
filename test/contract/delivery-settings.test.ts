import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoDbDeliverySettings } from '../../shared/adapters/dynamodb/delivery-settings.ts';
import { InMemoryDeliverySettings } from '../../shared/adapters/memory/in-memory-delivery-settings.ts';
import { JurisdictionId } from '../../shared/domain/case.ts';
import type { DeliverySettings } from '../../shared/domain/delivery.ts';
import type { DeliverySettingsStore } from '../../shared/ports/delivery-settings.ts';
import { anAuditEntry } from '../support/audit-builder.ts';
import { department } from '../support/delivery-builder.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';

let dynoxide: Dynoxide;
beforeAll(async () => {
  dynoxide = await startDynoxide();
});
afterAll(() => dynoxide.close());

const here = JurisdictionId.parse('binh-duong');
const updated = { updatedAt: '2020-03-05T02:00:00.000Z', updatedBy: 'lead.sgtvt' };
const webhook: DeliverySettings = { mode: 'webhook', url: 'https://hook.example.vn/', ...updated };
const audit = anAuditEntry('delivery');
const inbox: DeliverySettings = { mode: 'inbox', ...updated };

/** Departments differ from test to test, so that one store serves all. */
function deliverySettingsContract(name: string, open: () => DeliverySettingsStore): void {
  describe(`delivery settings ${name}`, () => {
    it('are none until a department chooses', async () => {
      const ref = { jurisdictionId: here, department: department('NONE') };
      expect(await open().find(ref)).toBeUndefined();
    });

    it('are what was chosen last, and nothing of what was chosen before', async () => {
      const settings = open();
      const ref = { jurisdictionId: here, department: department('SGTVT') };
      await settings.save(ref, webhook, audit);
      expect(await settings.find(ref)).toEqual(webhook);
      await settings.save(ref, inbox, audit);
      expect(await settings.find(ref)).toEqual(inbox);
    });

    it('are those of one department in one jurisdiction', async () => {
      const settings = open();
      const code = department('TDM');
      const elsewhere = JurisdictionId.parse('dong-nai');
      await settings.save({ jurisdictionId: here, department: code }, webhook, audit);
      expect(await settings.find({ jurisdictionId: elsewhere, department: code })).toBeUndefined();
      expect(
        await settings.find({ jurisdictionId: here, department: department('TDMX') }),
      ).toBeUndefined();
    });
  });
}

const inMemory = new InMemoryDeliverySettings();
deliverySettingsContract('in memory', () => inMemory);
deliverySettingsContract(
  'in DynamoDB',
  () => new DynamoDbDeliverySettings(dynoxide.client, dynoxide.tableNames.directory),
);
