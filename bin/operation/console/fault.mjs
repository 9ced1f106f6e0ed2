/** A fault that the person at the terminal can do something about: printed as one message, without a stack. */
export class Fault extends Error {}

/** @param {unknown} error @returns {string} its sentence, without a stack */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/** @param {unknown} error @returns {string | undefined} "ENOENT", "28P01": what the system or PostgreSQL calls it */
export const codeOf = (error) => (error instanceof Error && "code" in error ? String(error.code) : undefined);

/**
 * Prints `error` the way a person needs it: the plain sentence of a Fault, the stack of a bug.
 * @param {unknown} error
 */
export function tell(error) {
  if (error instanceof Fault) process.stderr.write(`\n✗ ${error.message}\n`);
  else process.stderr.write(`\n✗ ${error instanceof Error ? error.stack : String(error)}\n`);
}
