import net, { type AddressInfo } from "node:net";

/**
 * Stands between the product and the server `url`, and counts round trips: how often something is sent after an answer.
 * `url` of the result leads through it.
 */
export async function roundTrips(url: string) {
  const target = new URL(url);
  let trips = 0;
  const sockets = new Set<net.Socket>();
  const server = net.createServer((from) => {
    const to = net.connect(Number(target.port || 5432), target.hostname);
    let isAnswered = true;
    from.on("data", (part) => {
      if (isAnswered) trips += 1;
      isAnswered = false;
      to.write(part);
    });
    to.on("data", (part) => {
      isAnswered = true;
      from.write(part);
    });
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      sockets.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  const through = (address: string) => Object.assign(new URL(address), { host: `127.0.0.1:${port}` }).href;
  return {
    url: through(url),
    through,
    trips: () => trips,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}
