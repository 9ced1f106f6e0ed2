import net, { type AddressInfo } from "node:net";

/** A message of the protocol begins with its kind and its length; the very first one of a client has no kind. */
function wholeMessages(isClient: boolean) {
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = isClient;
  return (part: Buffer): Buffer[] => {
    rest = Buffer.concat([rest, part]);
    const whole: Buffer[] = [];
    for (;;) {
      const head = isFirst ? 0 : 1;
      if (rest.length < head + 4) return whole;
      const length = head + rest.readInt32BE(head);
      if (rest.length < length) return whole;
      whole.push(rest.subarray(0, length));
      rest = rest.subarray(length);
      isFirst = false;
    }
  };
}

/**
 * Stands between the product and the server `url`, and cuts every connection after so many messages that the product has
 * sent: each arrives whole or not at all, and what the server says to the last one is lost, also to a commit.
 */
export async function messageCutter(url: string) {
  const target = new URL(url);
  const sockets = new Set<net.Socket>();
  let left = Number.POSITIVE_INFINITY;
  let isEnding = false;
  let counted = "";
  const cut = () => {
    isEnding = false;
    left = Number.POSITIVE_INFINITY;
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  const server = net.createServer((client) => {
    const backend = net.connect(Number(target.port || 5432), target.hostname);
    for (const [from, to] of [
      [client, backend],
      [backend, client],
    ] as const) {
      const whole = wholeMessages(from === client);
      sockets.add(from);
      // Message by message: none waits for the next.
      from.setNoDelay(true);
      from.on("data", (part) => {
        for (const message of whole(part)) {
          if (isEnding || client.destroyed) return;
          to.write(message);
          if (from !== client || !counted.includes(String.fromCharCode(message[0] ?? 0))) continue;
          left -= 1;
          if (left > 0) continue;
          // What is written has to leave before the connections end.
          isEnding = true;
          to.end(cut);
        }
      });
      from.on("error", () => to.destroy());
      from.on("close", () => to.destroy());
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    through: (address: string) => Object.assign(new URL(address), { host: `127.0.0.1:${port}` }).href,
    /** Cuts after so many more messages of these kinds; whoever connects later is served again. */
    cutAfter(messages: number, kinds: string) {
      [left, counted] = [messages, kinds];
    },
    cut,
    async close() {
      cut();
      await new Promise((closed) => server.close(closed));
    },
  };
}
