import { getTranslations } from "next-intl/server";
import { toWallClock } from "@/app/_ui/format/shanghai";
import type { SheetCell } from "@/server/sheets/parts/workbook";

/** Who exports a sheet, and when. */
export interface Made {
  who: string;
  now: Date;
}

/** The line of a sheet that says who exported it and when. */
export async function madeNote({ who, now }: Made): Promise<string> {
  const t = await getTranslations("sheets");
  return t("madeBy", { who, at: toWallClock(now).replace("T", " ") });
}

/** An instant as a day or a moment on Shanghai's wall clock. */
export const dayCell = (at: string | null | undefined): SheetCell =>
  at ? { day: toWallClock(at).slice(0, 10) } : null;
export const momentCell = (at: string | null | undefined): SheetCell =>
  at ? { moment: toWallClock(at).replace("T", " ") } : null;
