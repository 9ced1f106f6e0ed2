/** Prints progress as one line, which the program that started this one shows. */
export function progressLine(...parts: (string | number)[]): void {
  process.stdout.write(`${parts.join(" of ")}\n`);
}
