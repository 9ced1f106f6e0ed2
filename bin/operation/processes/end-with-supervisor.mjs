// Preloaded into every child of the supervisor: descriptor 3 is a pipe that only the supervisor holds
// open, so when it is killed without a chance to tidy up, its children notice and end by themselves.
import net from "node:net";

// Next hands its own preloads on to processes it forks, where descriptor 3 is something else.
if (process.env.SUPERVISOR_PID === String(process.ppid)) {
  const supervisorPipe = new net.Socket({ fd: 3, readable: true, writable: false });
  supervisorPipe.on("error", () => undefined);
  supervisorPipe.on("close", () => process.kill(process.pid, "SIGTERM"));
  supervisorPipe.resume();
  supervisorPipe.unref();
}
