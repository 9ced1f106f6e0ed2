/** Most bytes of one file; the table's check says the same. */
export const fileBytes = 20 * 1024 * 1024;
/** What one dispute's file store holds, all lanes together. */
export const disputeFilesMax = { files: 60, bytes: 200 * 1024 * 1024 } as const;
/** Most pixels of a picture, counted before it is unpacked. */
export const imagePixels = 50_000_000;
/** Longest time one picture may take to be written anew, in seconds. */
export const imageSeconds = 20;
/** What a packed paper may unfold to. */
export const packed = { entries: 2000, bytes: 100 * 1024 * 1024, ratio: 100 } as const;
