import { forgetRunning, noteRunning, stillRunning } from "../processes/run-files.mjs";

// Programs that use this checkout's server; the last one stops it.
const name = "database-user";

export const noteUser = () => noteRunning(name);
export const forgetUser = () => forgetRunning(name);
export const hasOtherUsers = () => stillRunning().some((each) => each.name === name && each.pid !== process.pid);
