import * as z from "zod";
import { filled, reason } from "../kernel/words";
import { forceCode } from "../people/inputs";

const names = { nameZh: filled(24), nameEn: filled(48), shortZh: filled(8), shortEn: filled(16) };

export const createForceInput = z.strictObject(names);
export type CreateForceInput = z.output<typeof createForceInput>;
export const amendForceInput = z.strictObject({ code: forceCode, forceVersion: z.int(), ...names });
export type AmendForceInput = z.output<typeof amendForceInput>;
const order = z.array(forceCode).min(1).max(60);
/**
 * Every force of the county once, in the new order and in the one the user saw; the first eight in use take the board's
 * seats.
 */
export const orderForcesInput = z.strictObject({ codes: order, codesSeen: order });
export type OrderForcesInput = z.output<typeof orderForcesInput>;
export const disableForceInput = z.strictObject({ code: forceCode, reason: reason(200) });
export type DisableForceInput = z.output<typeof disableForceInput>;
export const forceCodeInput = z.strictObject({ code: forceCode });
export type ForceCodeInput = z.output<typeof forceCodeInput>;
