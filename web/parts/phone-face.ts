/** `0912 345 671`: as people here say a number and dial it; a number of elsewhere stays as it is. */
export function phoneFace(phone: string): string {
  const [, own] = /^\+84(\d{9,10})$/.exec(phone) ?? [];
  if (own === undefined) return phone;
  const digits = `0${own}`;
  return `${digits.slice(0, -6)} ${digits.slice(-6, -3)} ${digits.slice(-3)}`;
}
