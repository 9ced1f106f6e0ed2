/**
 * Reads a body, counting as it comes in: nothing above `limit` is kept in memory, and null says there was more. So
 * much as `patience` is still read and thrown away, because a browser hears an answer only once it has sent all.
 */
export async function boundedBody(
  request: Request,
  limit: number,
  patience = limit,
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
    if (size > patience) {
      await reader.cancel();
      break;
    }
  }
  return size > limit ? null : new Uint8Array(Buffer.concat(parts));
}
