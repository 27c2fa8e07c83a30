import { describe, expect, it } from 'vitest';
import type { CaseKeys } from '../../shared/ports/keys.ts';
import { aCase } from '../support/case-builder.ts';
import { caseIdNumber } from '../support/random-cases.ts';

const ref = aCase();
const other = aCase({ caseId: caseIdNumber(1) });
const words = 'Chị Hoa, 0912 345 678: “đèn đường hỏng” 🏮';

/** What every CaseKeys promises. */
export function caseKeysContract(name: string, open: () => Promise<CaseKeys>): void {
  describe(`keys of cases ${name}`, () => {
    it('open what they sealed, also when they are opened again', async () => {
      const keys = await open();
      const key = await keys.generate(ref);
      const sealed = key.seal(words);
      expect(key.unseal(sealed)).toBe(words);
      expect((await keys.open(ref, key.wrappedKey)).unseal(sealed)).toBe(words);
    });

    it('seal the same words differently each time, in letters that stand in a URL', async () => {
      const key = await (await open()).generate(ref);
      const sealed = [key.seal(words), key.seal(words)];
      expect(sealed[0]).not.toBe(sealed[1]);
      expect(sealed.join('')).toMatch(/^[\w-]+$/);
      expect(key.unseal(key.seal(''))).toBe('');
    });

    it('do not open what was changed', async () => {
      const key = await (await open()).generate(ref);
      const sealed = Buffer.from(key.seal(words), 'base64url');
      for (const place of [0, 15, sealed.length - 1]) {
        const changed = Buffer.from(sealed);
        changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
        expect(() => key.unseal(changed.toString('base64url'))).toThrow();
      }
      expect(() => key.unseal(sealed.subarray(0, 20).toString('base64url'))).toThrow();
    });

    it('open nothing of another case', async () => {
      const keys = await open();
      const key = await keys.generate(ref);
      const sealed = key.seal(words);
      const stolen = async () => (await keys.open(other, key.wrappedKey)).unseal(sealed);
      await expect(stolen()).rejects.toThrow();
      const own = await keys.generate(other);
      expect(() => own.unseal(sealed)).toThrow();
    });
  });
}
