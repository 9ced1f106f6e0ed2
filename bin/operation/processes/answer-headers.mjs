/** The same for every answer. The content policy has a nonce of its own each time: stamp-requests.mjs. */
export const headersOfAll = [
  { key: "Referrer-Policy", value: "no-referrer" },
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

/** Names and cases are never cached. */
export const notStored = { key: "Cache-Control", value: "no-store" };
