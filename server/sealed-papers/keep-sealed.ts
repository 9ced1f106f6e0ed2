import { keepFile, type Target } from "./parts/keep-file";

/**
 * The worker's part after the seal: makes and keeps the file of the sealed agreement, once. What fails is tried again by the queue
 * and then shown to the administrators, never left out.
 */
export const keepSealed = (sealed: Target, now: Date): Promise<void> => keepFile(sealed, now);
