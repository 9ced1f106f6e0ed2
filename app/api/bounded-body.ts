/**
 * Reads a body and counts while it arrives: nothing above `limit` is kept in memory, and null says there was more. Up
 * to `drainLimit` is still read and discarded, because a browser reads the answer only after it has sent everything.
 */
export async function boundedBody(
  request: Request,
  limit: number,
  drainLimit = limit,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = request.body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size <= limit) parts.push(value);
    else parts.length = 0;
    if (size > drainLimit) {
      await reader.cancel();
      break;
    }
  }
  return size > limit ? null : new Uint8Array(Buffer.concat(parts));
}
