// Runs when a program that used this checkout's server was killed: stops the server, unless another program uses it.
import { setTimeout as wait } from "node:timers/promises";
import { stillRunning } from "../processes/run-files.mjs";
import { runningServer } from "./running.mjs";
import { stopServer } from "./stop.mjs";
import { hasOtherUsers } from "./users.mjs";

// Web and worker are ending too, by the supervisor pipe, and may still have something to write.
const isEnding = () => stillRunning().some(({ name }) => name === "web" || name === "worker");
for (const end = Date.now() + 4_000; Date.now() < end && isEnding(); ) await wait(50);

// Looked up before the users: a program that starts in between finds this server without users and stops it too.
const server = runningServer(process.argv[2] ?? "");
if (server && !hasOtherUsers()) await stopServer(server.pid);
