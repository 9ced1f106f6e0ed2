import net from "node:net";

/**
 * @param {number} port 0 for any
 * @param {string} host
 * @returns {Promise<number | null>} the port that could be bound, or null when it is taken
 */
export function tryPort(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", (error) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(null);
      else if (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT") resolve(port);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const bound = server.address().port;
      server.close(() => resolve(bound));
    });
  });
}

/** @returns {Promise<number>} a port nobody listens on just now */
export const freePort = async () => /** @type {number} */ (await tryPort(0, "127.0.0.1"));
