/** Whether people reach this installation by https; then cookies are bound to it. */
export const isHttps = (address = process.env.NEXTAUTH_URL): boolean => address?.startsWith("https://") ?? false;

/**
 * The names of our cookies. Under https the prefix `__Host-` makes the browser refuse them from any other host, path or
 * an insecure page.
 */
export function cookieNames(address = process.env.NEXTAUTH_URL) {
  const prefix = isHttps(address) ? "__Host-" : "";
  return {
    session: `${prefix}zhongtiao.session`,
    csrf: `${prefix}zhongtiao.csrf`,
    callback: `${prefix}zhongtiao.callback`,
    pkce: `${prefix}zhongtiao.pkce`,
    state: `${prefix}zhongtiao.state`,
    nonce: `${prefix}zhongtiao.nonce`,
    device: `${prefix}zhongtiao.device`,
  } as const;
}

/** No script reads them and no other site's request carries them, except a link that opens a page. */
export const cookieOptions = (address = process.env.NEXTAUTH_URL) =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: isHttps(address) }) as const;

/** The value of one cookie in a Cookie header; of two with the same name the first, as browsers and Next read it. */
export function cookieIn(header: string | null, name: string): string | undefined {
  for (const part of header?.split(";") ?? []) {
    const equals = part.indexOf("=");
    if (equals < 0 || part.slice(0, equals).trim() !== name) continue;
    const value = part.slice(equals + 1).trim();
    try {
      return decodeURIComponent(value);
    } catch {
      return undefined;
    }
  }
  return undefined;
}
