/**
 * Only pages of this house may call the procedures. A browser names the page that asks in Origin and
 * Sec-Fetch-Site; other programs name none and carry no cookie. JSON alone is taken, because forms of
 * foreign pages can send everything else without asking first.
 */
export function isOwnRequest(request: Request, publicAddress = process.env.NEXTAUTH_URL): boolean {
  const { headers } = request;
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  const origin = headers.get("origin");
  if (origin !== null && !isOurs(origin, headers.get("host"), publicAddress)) return false;
  return /^application\/json\s*(;|$)/i.test(headers.get("content-type") ?? "");
}

function isOurs(origin: string, host: string | null, publicAddress: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const { origin: from, host: fromHost } = new URL(origin);
  if (publicAddress && URL.canParse(publicAddress) && new URL(publicAddress).origin === from) return true;
  return host !== null && fromHost === host;
}
