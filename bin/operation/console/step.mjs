const live = process.stdout.isTTY && !process.env.CI;
/** @param {number} since */
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs one named step and shows it as one line with its elapsed time.
 * The work gets `note`, which shows a short text of progress behind the name while it runs.
 * @template T
 * @param {string} name
 * @param {(note: (text: string) => void) => Promise<T> | T} work
 * @param {(result: T) => string} [tell] what is put behind the name when it is done; a string by itself
 * @returns {Promise<T>}
 */
export async function step(name, work, tell = (result) => (typeof result === "string" ? result : "")) {
  const since = performance.now();
  let shown = 0;
  let word = "";
  const draw = () => process.stdout.write(`\r\x1b[2K… ${name}  ${word}${word && "  "}${seconds(since)}`);
  /** @param {string} text */
  const note = (text) => {
    word = text;
    if (live) return draw();
    // Without a terminal one line every few seconds is enough.
    if (performance.now() - shown < 5_000) return;
    shown = performance.now();
    process.stdout.write(`  ${name}: ${text}\n`);
  };
  const timer = live ? setInterval(draw, 200) : undefined;
  const slow = live ? undefined : setTimeout(() => process.stdout.write(`… ${name}\n`), 1_000);
  let sign = "✗";
  let ending = "";
  try {
    const result = await work(note);
    sign = "✓";
    ending = tell(result);
    return result;
  } finally {
    clearInterval(timer);
    clearTimeout(slow);
    process.stdout.write(`${live ? "\r\x1b[2K" : ""}${sign} ${name}  ${ending}${ending && "  "}${seconds(since)}\n`);
  }
}
