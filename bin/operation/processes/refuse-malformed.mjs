// Loaded into the web process before Next: malformed addresses ("/%E0%A4%A", "*") and headers of its router get 400 here, and
// methods it does not know 405, because Next answers them with 500; and what is no request at all, or never came to its end, is
// told so in words.
import http from "node:http";
import { answered } from "./answer-requests.mjs";
import { lateWords } from "./bound-body.mjs";
import { isRouterState } from "./router-state.mjs";

const { createServer } = http;
/** This answer comes before whatever else writes headers. */
const plain = {
  "content-type": "text/plain; charset=utf-8",
  "content-security-policy": "default-src 'none'",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
};

/** What any page or route takes. */
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/** What a person reads, by status. @type {Record<number, readonly [string, string]>} */
const words = {
  400: ["Bad Request", "请求的写法有误。\nThe request is malformed.\n"],
  405: ["Method Not Allowed", "不支持这种请求。\nRequests of this kind are not taken.\n"],
  408: ["Request Timeout", lateWords],
  413: ["Payload Too Large", "发送的内容太大。\nToo much was sent.\n"],
  431: ["Request Header Fields Too Large", "请求的头部太大。\nThe header of the request is too large.\n"],
};
/** @type {Record<string, number>} */
const statuses = { HPE_HEADER_OVERFLOW: 431, HPE_CHUNK_EXTENSIONS_OVERFLOW: 413, ERR_HTTP_REQUEST_TIMEOUT: 408 };

/**
 * Answers what Node could not read as a request, and closes its connection.
 * @param {NodeJS.ErrnoException} error
 * @param {import("node:stream").Duplex} socket
 */
function answerUnread({ code = "" }, socket) {
  // An answer that has begun cannot be followed by another; what is gone hears nothing.
  const { _httpMessage: begun } = /** @type {{ _httpMessage?: { headersSent: boolean } }} */ (
    /** @type {unknown} */ (socket)
  );
  if (code === "ECONNRESET" || !socket.writable || begun?.headersSent) return socket.destroy();
  const status = statuses[code] ?? 400;
  const [reason, text] = words[status] ?? [];
  const headers = Object.entries({ ...plain, "content-length": Buffer.byteLength(text ?? ""), connection: "close" });
  const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  socket.end(`HTTP/1.1 ${status} ${reason}\r\n${lines}\r\n${text}`);
}

/** @param {string | undefined} url as written in the request line */
export function isMalformed(url = "") {
  const path = url.split("?", 1)[0] ?? "";
  try {
    decodeURIComponent(path);
  } catch {
    return true;
  }
  return !path.startsWith("/");
}

/** The path of an address that names a host as well, as a proxy may be asked: Next would lead the reader to that host. */
export const ownPathOf = (url = "") => url.replace(/^https?:\/\/[^/?#]*\/?/i, "/");

/** @param {http.IncomingMessage} request */
function refusalOf({ method = "", url, headers }) {
  if (isMalformed(url) || !isRouterState(headers["next-router-state-tree"])) return 400;
  return methods.includes(method) ? null : 405;
}

/**
 * Like Node's own createServer, called with options and a listener or with only one of them.
 * @param {http.ServerOptions | http.RequestListener} [first]
 * @param {http.RequestListener} [second]
 */
function createRefusingServer(first = {}, second) {
  const [options, listener] = typeof first === "function" ? [{}, first] : [first, second];
  if (!listener) return createServer(options);
  const server = createServer(options, (request, response) => {
    request.url = ownPathOf(request.url);
    const refusal = refusalOf(request);
    if (refusal) {
      const allow = refusal === 405 ? { allow: methods.join(", ") } : {};
      response.writeHead(refusal, { ...plain, ...allow }).end(words[refusal]?.[1]);
    } else answered(request, response, () => listener(request, response));
  });
  return server.on("clientError", answerUnread);
}

http.createServer = createRefusingServer;
