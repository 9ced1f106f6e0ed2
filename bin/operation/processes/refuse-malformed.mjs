// Loaded into the web process before Next: malformed addresses ("/%E0%A4%A", "*") get 400 here, because Next
// answers them with 500.
import http from "node:http";
import { answered } from "./answer-requests.mjs";

const { createServer } = http;
/** This answer comes before whatever else writes headers. */
const plain = {
  "content-type": "text/plain",
  "content-security-policy": "default-src 'none'",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store",
};

/** @param {string | undefined} url as written in the request line */
export function isMalformed(url = "") {
  const path = url.split("?", 1)[0] ?? "";
  try {
    decodeURIComponent(path);
  } catch {
    return true;
  }
  return path === "*";
}

/**
 * Like Node's own createServer, called with options and a listener or with only one of them.
 * @param {http.ServerOptions | http.RequestListener} [first]
 * @param {http.RequestListener} [second]
 */
function createRefusingServer(first = {}, second) {
  const [options, listener] = typeof first === "function" ? [{}, first] : [first, second];
  if (!listener) return createServer(options);
  return createServer(options, (request, response) => {
    if (isMalformed(request.url)) response.writeHead(400, plain).end("Bad Request");
    else answered(request, response, () => listener(request, response));
  });
}

http.createServer = createRefusingServer;
