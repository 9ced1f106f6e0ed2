/** Tells progress as one line of plain words, which the program that started us shows. */
export function progressLine(...parts: (string | number)[]): void {
  process.stdout.write(`${parts.join(" of ")}\n`);
}
