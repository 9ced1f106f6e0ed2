import { isIPv6 } from "node:net";

/** The header our own server writes into each request, over whatever the browser sent (stamp-requests.mjs). */
const header = "x-zhongtiao-origin";

/**
 * The address a request comes from, for limits; null when our own server did not stamp it, because then the browser
 * could have made it up. Of an IPv6 address the first 64 bits, which one subscriber has for themselves.
 */
export function originOf(headers: Pick<Headers, "get">): string | null {
  const address = process.env.ZHONGTIAO_STAMPED === "yes" ? headers.get(header) : null;
  return address ? networkOf(address) : null;
}

/** Some proxies write the port beside the address: with it every connection would be an origin of its own. */
const withoutPort = (address: string): string =>
  address.replace(/^\[([^\]]*)\](?::\d+)?$/, "$1").replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");

/** Callers of one network share their limits. An IPv4 address inside IPv6 counts as the IPv4 address it is. */
export function networkOf(address: string): string {
  const plain = withoutPort(address)
    .replace(/^::ffff:(?=\d+\.)/i, "")
    .replace(/%.*$/, "");
  if (!isIPv6(plain)) return plain;
  const [before = "", after = ""] = plain.toLowerCase().split("::");
  const start = before.split(":").filter(Boolean);
  const end = after.split(":").filter(Boolean);
  const missing = plain.includes("::") ? Array<string>(Math.max(0, 8 - start.length - end.length)).fill("0") : [];
  const first = [...start, ...missing, ...end].slice(0, 4).map((part) => Number.parseInt(part, 16).toString(16));
  return `${first.join(":")}::/64`;
}
