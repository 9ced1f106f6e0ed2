/**
 * The other end of `boundedPool`: answers one unit after the other with a line, until standard input ends. An error ends
 * the process, and the unit counts as refused.
 * @param {(what: string, body: Buffer) => Promise<string>} answer
 */
export async function serveUnits(answer) {
  /** @type {Buffer} */
  let rest = Buffer.alloc(0);
  const source = process.stdin[Symbol.asyncIterator]();
  const more = async () => {
    const { value, done } = await source.next();
    if (done) process.exit(0);
    return /** @type {Buffer} */ (value);
  };
  for (;;) {
    while (!rest.includes(10)) rest = Buffer.concat([rest, await more()]);
    const end = rest.indexOf(10);
    /** @type {{ what: string, bytes: number }} */
    const { what, bytes } = JSON.parse(rest.toString("utf8", 0, end));
    const parts = [rest.subarray(end + 1)];
    for (let size = parts[0]?.length ?? 0; size < bytes; ) {
      const part = await more();
      parts.push(part);
      size += part.length;
    }
    const whole = Buffer.concat(parts);
    rest = whole.subarray(bytes);
    process.stdout.write(`${(await answer(what, whole.subarray(0, bytes))).replaceAll("\n", " ")}\n`);
  }
}
