import * as z from "zod";

/** A job of the queue, named by its number there. */
export const retryWorkInput = z.strictObject({ jobId: z.string().regex(/^[1-9][0-9]{0,17}$/) });
export type RetryWorkInput = z.output<typeof retryWorkInput>;
