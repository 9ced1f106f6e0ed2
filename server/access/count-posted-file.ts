import { spend } from "./limits";

/**
 * Counts a file that somebody without an account sends, before any of it is read: what is too large or no file at all takes
 * memory and time too. What is then asked about it counts on its own. Refuses with tooManyRequests.
 */
export const countPostedFile = (address: string | null): Promise<void> =>
  address === null ? spend("fileEveryone", "all") : spend("fileAddress", address);
