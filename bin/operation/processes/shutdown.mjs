import { tell } from "../console/fault.mjs";
import { endOwned, killOwned } from "./owned-processes.mjs";

/** @type {{ stop: () => Promise<void> | void, kill?: () => void }[]} */
const duties = [];
/** @type {Promise<void> | undefined} */
let stopping;
let firstSignalAt = 0;

/**
 * Adds something to stop when this program ends; what was added last is stopped first.
 * @param {() => Promise<void> | void} stop
 * @param {() => void} [kill] ends it at once, on a second signal
 */
export function atStop(stop, kill) {
  duties.push({ stop, kill });
}

/** Stops everything, once, in reverse order of `atStop`. */
export function stopAll() {
  stopping ??= (async () => {
    for (const { stop } of duties.toReversed()) {
      try {
        await stop();
      } catch (error) {
        tell(error);
      }
    }
    await endOwned(1_000);
  })();
  return stopping;
}

/** @returns {boolean} whether the end has begun */
export const isStopping = () => stopping !== undefined;

/**
 * Ends the program cleanly on Ctrl-C, SIGTERM and a closed terminal, and hard on the second signal.
 * @param {() => number} [exitCode] asked when all is stopped
 */
export function handleSignals(exitCode = () => 130) {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => {
      if (!isStopping()) {
        firstSignalAt = Date.now();
        process.stdout.write("\nStopping …\n");
        stopAll().then(() => process.exit(exitCode()));
        return;
      }
      // npm forwards the Ctrl-C that the terminal already sent to every process: it is not a second signal.
      if (firstSignalAt && Date.now() - firstSignalAt < 1_000) return;
      firstSignalAt ||= Date.now() - 1_000;
      process.stdout.write("Stopping at once.\n");
      killOwned();
      for (const { kill } of duties.toReversed()) kill?.();
      process.exit(1);
    });
  }
}

/**
 * Runs a whole program: prints its fault, stops everything, and ends with the right code.
 * @param {() => Promise<number | void>} work returns the exit code, 0 when absent
 */
export async function main(work) {
  let code = 1;
  try {
    code = (await work()) ?? 0;
  } catch (error) {
    // After a signal a failed step is its consequence, and the handler ends the program.
    if (!isStopping()) tell(error);
  }
  if (isStopping()) await new Promise(() => setInterval(() => undefined, 1_000));
  await stopAll();
  process.exit(code);
}
