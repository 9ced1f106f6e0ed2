import * as z from "zod";
import { words } from "../kernel/words";

/** The code that is printed on a slip, as somebody types it. */
export const slipCodeInput = z.strictObject({ code: words(60) });
export type SlipCodeInput = z.output<typeof slipCodeInput>;
