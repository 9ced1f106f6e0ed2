import { BlockList, isIP } from "node:net";

/** The calendar's address to fetch: http or https, with webcal turned into https; null for anything else. */
export function calendarAddress(typed: string): string | null {
  const text = typed.trim().replace(/^webcals?:\/\//i, "https://");
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  if (url.username || url.password || !url.hostname) return null;
  url.hash = "";
  return url.href;
}

/** The host, which is all that may be shown of the address: the path is as secret as a password. */
export const shownAddress = (address: string): string => {
  const { host } = new URL(address);
  return host;
};

const closed = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  closed.addSubnet(net, bits, "ipv4");
// Only global unicast (2000::/3) is allowed, without its tunnels to IPv4 and its documentation range.
const openSix = new BlockList();
openSix.addSubnet("2000::", 3, "ipv6");
const closedSix = new BlockList();
for (const [net, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  closedSix.addSubnet(net, bits, "ipv6");

/** Whether an IP address is public. Addresses of this machine and of private networks are never fetched (SSRF). */
export function isPublicAddress(ip: string): boolean {
  if (isIP(ip) === 4) return !closed.check(ip, "ipv4");
  if (isIP(ip) === 6) return openSix.check(ip, "ipv6") && !closedSix.check(ip, "ipv6");
  return false;
}
