import * as z from "zod";
import { locales } from "@/db/vocabulary";

export const changePasswordInput = z.strictObject({ current: z.string().min(1).max(200), next: z.string().min(1).max(200) });
export type ChangePasswordInput = z.output<typeof changePasswordInput>;
export const setLocaleInput = z.strictObject({ locale: z.enum(locales) });
export type SetLocaleInput = z.output<typeof setLocaleInput>;
