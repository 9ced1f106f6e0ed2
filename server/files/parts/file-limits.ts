/** Most bytes of one file; a check of the table has the same number. */
export const fileBytes = 20 * 1024 * 1024;
/** Most files and bytes of one dispute, all lanes together. */
export const disputeFilesMax = { files: 60, bytes: 200 * 1024 * 1024 } as const;
/**
 * A file that comes in pieces: for how long it is waited for, how many one person may have begun, and in how many pieces. A page
 * sends about twenty; each break of the line adds one.
 */
export const unfinishedUploads = { hours: 24, most: 80, pieces: 500 } as const;
/** Most pixels of a picture, counted before it is unpacked. */
export const imagePixels = 50_000_000;
/** Longest time that re-encoding one picture may take, in seconds, the start of its process included. */
export const imageSeconds = 30;
/** Most memory that the process which re-encodes a picture may take. */
export const imageMegabytes = 700;
/**
 * Papers and recordings are judged in so many processes at once, each replaced after some files; longest time of one file
 * in seconds, the start of a process included; most memory of one process.
 */
export const judges = { processes: 2, files: 50, seconds: 60, megabytes: 700 } as const;
/** Most that a zipped paper may unpack to. */
export const packed = { entries: 2000, bytes: 100 * 1024 * 1024, ratio: 100 } as const;
