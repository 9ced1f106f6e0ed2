/** How long to wait before a connection that failed so often in a row is tried again. */
export const pauseAfter = (failures: number): number => Math.min(30_000, 1_000 * 2 ** Math.max(1, failures));
