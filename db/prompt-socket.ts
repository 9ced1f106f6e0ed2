import { Socket } from "node:net";

/** What the driver has made of its address. */
interface Place {
  host: string[];
  port: number[];
  /** A Unix socket's; false where the server is reached by TCP. */
  path?: string | false;
}

/**
 * Connects as the driver does, but sends what is written at once. By default the kernel holds a small packet back until the
 * one before was answered: of statements sent together the second half then waits for the first, one round trip more.
 * What is written before the connection stands is kept for it.
 */
export function promptSocket({ host, port, path }: Place): Socket {
  const socket = new Socket();
  socket.setNoDelay(true);
  if (path) return socket.connect(path);
  const to = { host: host[0] ?? "localhost", port: port[0] ?? 5432 };
  // The driver compares the server's certificate with this name.
  return Object.assign(socket.connect(to), to);
}

/** Whether `url` names one server: among several the driver itself chooses. */
export const isOneServer = (url: string): boolean => !/^[^/]*\/\/[^/?]*,/.test(url);
