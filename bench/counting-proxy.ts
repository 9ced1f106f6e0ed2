import { connect, createServer, type Server } from "node:net";

/**
 * Stands between the web process and PostgreSQL and counts how often PostgreSQL is waited for: each ReadyForQuery ends one
 * round trip.
 */
export async function countingProxy(target: { host: string; port: number }): Promise<{ port: number; count: () => number; server: Server }> {
  let trips = 0;
  const server = createServer((client) => {
    const upstream = connect(target.port, target.host);
    let rest = Buffer.alloc(0);
    client.pipe(upstream);
    upstream.on("data", (part: Buffer) => {
      client.write(part);
      rest = Buffer.concat([rest, part]);
      while (rest.length >= 5) {
        const length = 1 + rest.readInt32BE(1);
        if (rest.length < length) break;
        if (rest[0] === 0x5a) trips += 1;
        rest = rest.subarray(length);
      }
    });
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) socket.on("error", end).on("close", end);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  return { port: address.port, count: () => trips, server };
}
