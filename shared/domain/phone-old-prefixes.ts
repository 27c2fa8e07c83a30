/** Prefixes of 11-digit mobile numbers and what they became from 15 September 2018 on. Without the leading 0. */
const CURRENT: Readonly<Record<string, string>> = {
  ...{ 162: '32', 163: '33', 164: '34', 165: '35', 166: '36', 167: '37', 168: '38', 169: '39' },
  ...{ 120: '70', 121: '79', 122: '77', 126: '76', 128: '78' },
  ...{ 123: '83', 124: '84', 125: '85', 127: '81', 129: '82' },
  ...{ 186: '56', 188: '58' },
  ...{ 199: '59' },
};

/** `1681234567` → `381234567`; undefined when it is not such a number. */
export function currentMobile(nationalNumber: string): string | undefined {
  const current = CURRENT[nationalNumber.slice(0, 3)];
  return current !== undefined && nationalNumber.length === 10
    ? current + nationalNumber.slice(3)
    : undefined;
}
