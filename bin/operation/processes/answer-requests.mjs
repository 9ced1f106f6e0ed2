// Loaded into the web process before Next, around everything it answers: an answer that failed because the database
// cannot be reached, or too many ask it, becomes a 503 that people can read, and a body nobody has read does not block its connection.
import { AsyncLocalStorage } from "node:async_hooks";

/** @typedef {import("node:http").IncomingMessage} Request */
/** @typedef {import("node:http").ServerResponse} Response */

/** @type {AsyncLocalStorage<Answer>} */
const answers = new AsyncLocalStorage();
globalThis.zhongtiaoAnswers = answers;

const retrySeconds = 5;
/** How much of a body, and for how long, is still taken in after the answer before the connection is closed. */
const drain = { bytes: 64 * 1024 * 1024, ms: 5_000 };

/** What a person reads, in Chinese and English: why there is no page, and what to do. */
const words = {
  unreachable: [
    ["数据库正在重新启动", "没有丢失任何内容。几秒钟后本页会自动重试。"],
    ["The database is restarting", "Nothing is lost. This page tries again by itself in a few seconds."],
  ],
  overloaded: [
    ["目前使用的人较多", "没有丢失任何内容。几秒钟后本页会自动重试。"],
    ["Too many are asking at the moment", "Nothing is lost. This page tries again by itself in a few seconds."],
  ],
};

/** @param {keyof typeof words} why @param {number} seconds */
const pageOf = (why, seconds) => {
  const [[title, text] = [], [englishTitle, englishText] = []] = words[why];
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><meta http-equiv="refresh" content="${seconds}"><title>众调</title></head>
<body><main><h1>${title}</h1><p>${text}</p>
<h2 lang="en">${englishTitle}</h2><p lang="en">${englishText}</p>
</main></body></html>
`;
};

/** @typedef {{ isUnreachable: boolean, isOverloaded?: boolean }} Answer */

/**
 * Answers one request with `listener`.
 * @param {Request} request
 * @param {Response} response
 * @param {() => void} listener
 */
export function answered(request, response, listener) {
  /** @type {Answer} */
  const answer = { isUnreachable: false };
  replaceFailed(request, response, answer);
  response.once("finish", () => takeIn(request));
  answers.run(answer, listener);
}

/**
 * Turns a 500 of a request that could not reach the database, or would have waited too long for it, into a 503 with the time to wait; a page becomes one that
 * says so.
 * @param {Request} request
 * @param {Response} response
 * @param {Answer} answer
 */
function replaceFailed(request, response, answer) {
  const { writeHead, write, end } = response;
  let isReplaced = false;
  /** @type {any} */ (response).writeHead = function replaced(
    /** @type {number} */ status,
    /** @type {any[]} */ ...rest
  ) {
    if (!mustWait(answer) || status < 500 || response.headersSent) return writeHead.call(response, status, ...rest);
    isReplaced = isPage(request);
    for (const name of isReplaced ? ["content-length", "content-encoding", "transfer-encoding", "etag", "link"] : [])
      response.removeHeader(name);
    if (isReplaced) response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("retry-after", String(retrySeconds));
    response.setHeader("cache-control", "no-store");
    return writeHead.call(response, 503);
  };
  const begin = () => {
    if (!response.headersSent && mustWait(answer) && response.statusCode >= 500)
      response.writeHead(response.statusCode);
  };
  /** @type {any} */ (response).write = (/** @type {any[]} */ ...given) => {
    begin();
    if (!isReplaced) return /** @type {any} */ (write).apply(response, given);
    given.find((one) => typeof one === "function")?.();
    return true;
  };
  /** @type {any} */ (response).end = (/** @type {any[]} */ ...given) => {
    begin();
    if (!isReplaced) return /** @type {any} */ (end).apply(response, given);
    const done = given.find((one) => typeof one === "function");
    const page = pageOf(answer.isUnreachable ? "unreachable" : "overloaded", retrySeconds);
    return end.call(response, request.method === "HEAD" ? "" : page, "utf8", done);
  };
}

/** @param {Answer} answer */
const mustWait = ({ isUnreachable, isOverloaded }) => isUnreachable || isOverloaded === true;

/** @param {Request} request asked by a browser for a page, and not by a script for a part of one */
const isPage = ({ method, headers }) =>
  (method === "GET" || method === "HEAD") && (headers.accept ?? "").includes("text/html") && !headers.rsc;

/**
 * Reads on what the program left of a body, so that the next request on this connection is answered; closes the
 * connection when that takes too long or too much. Without it the next request waits until the connection is idle for
 * longer than the server allows.
 * @param {Request} request
 */
function takeIn(request) {
  if (request.complete || request.destroyed) return;
  const { socket } = request;
  const timer = setTimeout(() => socket.destroy(), drain.ms);
  timer.unref();
  let bytes = 0;
  request.removeAllListeners("readable");
  request.removeAllListeners("data");
  request.on("data", (/** @type {Buffer} */ part) => {
    bytes += part.length;
    if (bytes > drain.bytes) socket.destroy();
  });
  request.once("end", () => clearTimeout(timer));
  request.once("close", () => clearTimeout(timer));
  request.on("error", () => undefined);
  request.resume();
}
