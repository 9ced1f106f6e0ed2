// Loaded into the web process before Next: writes into each request where it comes from and the nonce of its page. What
// a browser sends under those names is overwritten, so that the server can rely on both.
import { randomBytes } from "node:crypto";
import http from "node:http";
import { contentSecurity, strictTransport } from "./page-policy.mjs";

const { createServer } = http;
const stamp = "x-zhongtiao-origin";
const isDev = process.env.NODE_ENV === "development";
const isHttps = process.env.NEXTAUTH_URL?.startsWith("https://") ?? false;

/**
 * The address a request comes from. Behind a proxy it is the last address in the header the proxy writes
 * (TRUSTED_PROXY_HEADER); that header counts only from the proxy itself (TRUSTED_PROXY, by default this machine).
 * @param {Pick<http.IncomingMessage, "headers"> & { socket: { remoteAddress?: string | undefined } }} request
 * @param {Record<string, string | undefined>} [env]
 */
export function originOfRequest({ headers, socket }, env = process.env) {
  const peer = (socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const name = env.TRUSTED_PROXY_HEADER?.trim().toLowerCase();
  const proxies = (env.TRUSTED_PROXY || "127.0.0.1,::1").split(",").map((each) => each.trim());
  if (!name || !proxies.includes(peer)) return peer;
  const told = headers[name];
  return (Array.isArray(told) ? told.join(",") : told)?.split(",").at(-1)?.trim() || peer;
}

/**
 * Like Node's own createServer, called with options and a listener or with only one of them.
 * @param {http.ServerOptions | http.RequestListener} [first]
 * @param {http.RequestListener} [second]
 */
function createStampingServer(first = {}, second) {
  const [options, listener] = typeof first === "function" ? [{}, first] : [first, second];
  if (!listener) return createServer(options);
  return createServer(options, (request, response) => {
    request.headers[stamp] = originOfRequest(request);
    const policy = contentSecurity(randomBytes(16).toString("base64"), { isDev });
    request.headers["content-security-policy"] = policy;
    delete request.headers["content-security-policy-report-only"];
    response.setHeader("Content-Security-Policy", policy);
    if (isHttps) response.setHeader("Strict-Transport-Security", strictTransport);
    listener(request, response);
  });
}

http.createServer = createStampingServer;
process.env.ZHONGTIAO_STAMPED = "yes";
