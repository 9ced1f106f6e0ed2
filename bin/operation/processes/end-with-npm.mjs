import { commandOf, parentOf, startedAt } from "./process-identity.mjs";

/**
 * Ends this program when the npm that started it is gone. npm hands a signal on to the shell between
 * us only, and killed outright it hands on nothing: either way the system would keep running with
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
