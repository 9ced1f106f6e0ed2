/** A fault the person at the terminal can do something about: told as one message, without a stack. */
export class Fault extends Error {}

/**
 * Prints `error` the way a person needs it: the plain sentence of a Fault, the stack of a bug.
 * @param {unknown} error
 */
export function tell(error) {
  if (error instanceof Fault) process.stderr.write(`\n✗ ${error.message}\n`);
  else process.stderr.write(`\n✗ ${error instanceof Error ? error.stack : String(error)}\n`);
}
