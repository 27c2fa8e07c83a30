import { BlockList, isIP } from 'node:net';

/**
 * Address ranges that no webhook may lead to: inside this machine or network, the cloud's own services (169.254), or
 * nowhere at all. @see https://www.iana.org/assignments/iana-ipv4-special-registry
 */
const refusedIpv4: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/**
 * IPv6 the other way round, since most of it is not handed out: global unicast, except what carries another address
 * inside (Teredo, 6to4) or is for documentation. IPv4 in IPv6 clothes lies outside 2000::/3 and is refused with it.
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const GLOBAL_UNICAST = ['2000::', 3] as const;
const refusedIpv6: readonly (readonly [network: string, prefix: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const refused = new BlockList();
for (const [network, prefix] of refusedIpv4) refused.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of refusedIpv6) refused.addSubnet(network, prefix, 'ipv6');
const globalUnicast = new BlockList();
globalUnicast.addSubnet(...GLOBAL_UNICAST, 'ipv6');

/** Whether the address belongs to somebody on the public internet. */
export function isPublicAddress(address: string): boolean {
  // A zone (`fe80::1%eth0`) means an interface of this machine.
  if (address.includes('%')) return false;
  const family = isIP(address);
  if (family === 4) return !refused.check(address, 'ipv4');
  return family === 6 && globalUnicast.check(address, 'ipv6') && !refused.check(address, 'ipv6');
}
