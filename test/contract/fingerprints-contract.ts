import { describe, expect, it } from 'vitest';
import { CaseId, JurisdictionId } from '../../shared/domain/case.ts';
import type { Fingerprints } from '../../shared/ports/keys.ts';
import { jurisdictionId } from '../support/case-builder.ts';

const elsewhere = JurisdictionId.parse('dong-nai');
const pepper1 = 'pepper-1'.padEnd(40, '.');
const pepper2 = 'pepper-2'.padEnd(40, '.');
const request = { jurisdictionId, channel: 'phone', actor: 'lan', idempotencyKey: 'key-1' };

/** What every Fingerprints promises; `open` gives those of one deployment's secret. */
export function fingerprintsContract(
  name: string,
  open: (secret: string) => Promise<Fingerprints>,
): void {
  describe(`fingerprints ${name}`, () => {
    it('are the same whenever and wherever they are made under one secret', async () => {
      const [first, again] = [await open(pepper1), await open(pepper1)];
      expect(await first.caseId(request)).toBe(await again.caseId(request));
      const phone = '+84912345678';
      expect(await first.caller(jurisdictionId, phone)).toBe(
        await again.caller(jurisdictionId, phone),
      );
      expect(await first.sign('cursor', 'x')).toBe(await again.sign('cursor', 'x'));
    });

    it('are others under another secret', async () => {
      const [one, two] = [await open(pepper1), await open(pepper2)];
      expect(await one.caseId(request)).not.toBe(await two.caseId(request));
      expect(await one.sign('cursor', 'x')).not.toBe(await two.sign('cursor', 'x'));
      expect(await one.caller(jurisdictionId, '+84912345678')).not.toBe(
        await two.caller(jurisdictionId, '+84912345678'),
      );
    });

    it('name a case by everything that tells its requests apart', async () => {
      const fingerprints = await open(pepper1);
      const differing = [
        request,
        { ...request, jurisdictionId: elsewhere },
        { ...request, channel: 'web' },
        { ...request, actor: 'minh' },
        { ...request, idempotencyKey: 'key-2' },
        // The border between two members counts.
        { ...request, actor: 'lank', idempotencyKey: 'ey-1' },
      ];
      const ids = await Promise.all(differing.map((of) => fingerprints.caseId(of)));
      expect(new Set(ids).size).toBe(differing.length);
      for (const id of ids) expect(CaseId.safeParse(id).success).toBe(true);
    });

    it('of a phone say neither the number nor that it called another jurisdiction', async () => {
      const fingerprints = await open(pepper1);
      const here = await fingerprints.caller(jurisdictionId, '+84912345678');
      expect(here).not.toContain('912345678');
      expect(await fingerprints.caller(elsewhere, '+84912345678')).not.toBe(here);
      expect(await fingerprints.caller(jurisdictionId, '+84912345679')).not.toBe(here);
    });

    it('for one purpose are no good for another', async () => {
      const fingerprints = await open(pepper1);
      expect(await fingerprints.sign('cursor', 'x')).not.toBe(
        await fingerprints.sign('request', 'x'),
      );
    });
  });
}
