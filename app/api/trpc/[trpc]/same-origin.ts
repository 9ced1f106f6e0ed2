/** The only part of a request that is looked at. */
interface Asked {
  headers: Pick<Headers, "get">;
}

/**
 * Only pages of this installation may call the procedures. A browser names the requesting page in Origin and
 * Sec-Fetch-Site; other programs name none and carry no cookie. Only JSON is accepted, because forms of
 * foreign pages can send every other content type without asking first.
 */
export function isOwnRequest(request: Asked, publicAddress = process.env.NEXTAUTH_URL): boolean {
  return (
    !isForeign(request, publicAddress) && /^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "")
  );
}

/** Files cannot be sent as JSON, so here the browser has to name a page of this installation; a program cannot upload. */
export function isOwnUpload(request: Asked, publicAddress = process.env.NEXTAUTH_URL): boolean {
  const { headers } = request;
  return (
    headers.get("origin") !== null &&
    !isForeign(request, publicAddress) &&
    /^multipart\/form-data\s*;/i.test(headers.get("content-type") ?? "")
  );
}

/**
 * A call of a file that comes in pieces: no form can send its header, and the browser has to name a page of this installation,
 * except where it only asks how far a file has come, for which browsers name none.
 */
export function isOwnPiece(request: Asked & { method: string }, publicAddress = process.env.NEXTAUTH_URL): boolean {
  const { headers, method } = request;
  return (
    (method === "HEAD" || headers.get("origin") !== null) &&
    !isForeign(request, publicAddress) &&
    headers.get("tus-resumable") !== null
  );
}

/**
 * A form of a plain page: the browser has to name a page of this installation as its origin or, where it hides that, to say
 * that the form is of the same origin. A foreign page can do neither.
 */
export function isOwnForm(request: Asked, publicAddress = process.env.NEXTAUTH_URL): boolean {
  const { headers } = request;
  const origin = headers.get("origin");
  const isNamed = origin !== null && origin !== "null";
  const site = headers.get("sec-fetch-site");
  return (
    (isNamed ? !isForeign(request, publicAddress) : site === "same-origin") &&
    /^application\/x-www-form-urlencoded\s*(;|$)/i.test(headers.get("content-type") ?? "")
  );
}

/** True if the browser says that a page of another origin sends the request. */
function isForeign({ headers }: Asked, publicAddress: string | undefined): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return true;
  const origin = headers.get("origin");
  return origin !== null && !isOurs(origin, headers.get("host"), publicAddress);
}

function isOurs(origin: string, host: string | null, publicAddress: string | undefined): boolean {
  if (!URL.canParse(origin)) return false;
  const { origin: from, host: fromHost } = new URL(origin);
  if (publicAddress && URL.canParse(publicAddress) && new URL(publicAddress).origin === from) return true;
  return host !== null && fromHost === host;
}
