import * as z from "zod";
import { locales, roles } from "@/db/vocabulary";
import { calendarDay } from "../disputes/inputs";
import { filled } from "../kernel/words";

const password = z.string().min(1).max(200);

export const changePasswordInput = z.strictObject({
  current: password,
  next: password,
});
export type ChangePasswordInput = z.output<typeof changePasswordInput>;
/** A role beside the main one; null is the main one. */
export const actInInput = z.strictObject({ roleId: z.uuid().nullable() });
export type ActInInput = z.output<typeof actInInput>;
export const setLocaleInput = z.strictObject({ locale: z.enum(locales) });
export type SetLocaleInput = z.output<typeof setLocaleInput>;
export const beginFactorInput = z.strictObject({ password });
export type BeginFactorInput = z.output<typeof beginFactorInput>;
export const confirmFactorInput = z.strictObject({ code: filled(20) });
export type ConfirmFactorInput = z.output<typeof confirmFactorInput>;
/** One of the actor's own sign-ins, or all but the one that acts. */
export const endSignInInput = z.strictObject({
  which: z.union([z.literal("others"), z.string().regex(/^[0-9a-f]{16}$/)]),
});
export type EndSignInInput = z.output<typeof endSignInInput>;
/** From a day on; `isRequiredSeen` is what applied on that day when the administrator opened the form. */
export const requireFactorInput = z.strictObject({
  role: z.enum(roles),
  isRequired: z.boolean(),
  isRequiredSeen: z.boolean(),
  validFrom: calendarDay,
});
export type RequireFactorInput = z.output<typeof requireFactorInput>;
