import net from "node:net";
import { codeOf } from "../console/fault.mjs";

/**
 * @param {number} port 0 for any
 * @param {string} host
 * @returns {Promise<number | null>} the port that could be bound, or null when it is taken
 */
export function tryPort(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", (error) => {
      const code = codeOf(error) ?? "";
      if (["EADDRINUSE", "EACCES"].includes(code)) resolve(null);
      // An address this machine has not got: nobody listens there.
      else if (["EADDRNOTAVAIL", "EAFNOSUPPORT"].includes(code)) resolve(port);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const { port: bound } = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => resolve(bound));
    });
  });
}

/** @returns {Promise<number>} a port nobody listens on just now */
export const freePort = async () => /** @type {number} */ (await tryPort(0, "127.0.0.1"));
