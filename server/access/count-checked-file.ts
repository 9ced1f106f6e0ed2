import { spend } from "./limits";

/**
 * Counts a file that somebody without an account wants checked, before any of it is read: what is too large or no file at all
 * takes memory and time too. The question about it counts on its own (checkPaper). Refuses with tooManyRequests.
 */
export const countCheckedFile = (address: string | null): Promise<void> =>
  address === null ? spend("fileEveryone", "all") : spend("fileAddress", address);
