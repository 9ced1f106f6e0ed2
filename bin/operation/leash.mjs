// Preloaded into every child of the supervisor: descriptor 3 is a pipe that only the supervisor holds
// open, so when it is killed without a chance to tidy up, its children notice and end by themselves.
import net from "node:net";

// Next hands its own preloads on to processes it forks, where descriptor 3 is something else.
if (process.env.LEASH_HOLDER === String(process.ppid)) {
  const leash = new net.Socket({ fd: 3, readable: true, writable: false });
  leash.on("error", () => undefined);
  leash.on("close", () => process.kill(process.pid, "SIGTERM"));
  leash.resume();
  leash.unref();
}
