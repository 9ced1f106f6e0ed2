import * as z from "zod";

/** The input of a procedure that needs none: an empty object. */
export const nothing = z.strictObject({});
