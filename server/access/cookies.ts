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
