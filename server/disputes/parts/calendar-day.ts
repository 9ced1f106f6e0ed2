import * as z from "zod";

/** A calendar day 'YYYY-MM-DD' that exists, of years in which our arithmetic and the database's agree. */
export const calendarDay = z.iso.date().refine((day) => day >= "1900-01-01" && day < "3000-01-01");

/** A calendar month, 'YYYY-MM', of this century. */
export const calendarMonth = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/);
