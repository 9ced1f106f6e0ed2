import * as z from "zod";

/** A calendar day 'YYYY-MM-DD' that exists, of years in which our arithmetic and the database's agree. */
export const calendarDay = z.iso.date().refine((day) => day >= "1900-01-01" && day < "3000-01-01");
