// Loaded into the web process before Next: addresses that are none ("/%E0%A4%A", "*") get 400 here, because Next
// answers them with 500.
import http from "node:http";

const { createServer } = http;

/** @param {string | undefined} url as it stands in the request line */
export function isMalformed(url = "") {
  const path = url.split("?", 1)[0] ?? "";
  try {
    decodeURIComponent(path);
  } catch {
    return true;
  }
  return path === "*";
}

http.createServer = (...args) => {
  const listener = args.pop();
  if (typeof listener !== "function") return createServer(...args, listener);
  return createServer(...args, (request, response) => {
    if (isMalformed(request.url)) response.writeHead(400, { "content-type": "text/plain" }).end("Bad Request");
    else listener(request, response);
  });
};
