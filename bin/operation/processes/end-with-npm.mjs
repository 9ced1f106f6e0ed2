import { commandOf, parentOf, startedAt } from "./process-identity.mjs";

/**
 * Ends this program when the npm that started it has ended. npm forwards a signal only to the shell between
 * itself and us, and forwards nothing when it is killed: in both cases the system would keep running with
 * nobody to stop it.
 */
export function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const watched = [process.ppid];
  if (commandOf(process.ppid)?.includes(" -c ")) watched.push(parentOf(process.ppid));
  const born = watched.map((pid) => startedAt(pid));
  const timer = setInterval(() => {
    if (watched.every((pid, index) => startedAt(pid) === born[index])) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 250).unref();
}
