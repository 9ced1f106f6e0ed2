// Preloaded into every child of the supervisor. Descriptor 3 is a pipe that only the supervisor keeps open: when the
// supervisor ends in any way, even by SIGKILL, the pipe closes and the children end themselves.
import net from "node:net";

// Next passes its preloads to the processes it forks, and there descriptor 3 is something else.
if (process.env.SUPERVISOR_PID === String(process.ppid)) {
  const supervisorPipe = new net.Socket({ fd: 3, readable: true, writable: false });
  supervisorPipe.on("error", () => undefined);
  supervisorPipe.on("close", () => process.kill(process.pid, "SIGTERM"));
  supervisorPipe.resume();
  supervisorPipe.unref();
}
