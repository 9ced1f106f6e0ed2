import * as z from "zod";
import { sexes } from "@/db/vocabulary";
import { words } from "../../kernel/words";
import { bornYears, isCreditCode } from "../choices";

/** What papers name beside a party; left out: nothing said, or unchanged. An organisation has the last two alone. */
export const particulars = {
  sex: z.enum(sexes).nullable().optional(),
  /** Where the birthday is not known. */
  bornYear: z.int().min(bornYears.first).max(bornYears.last).nullable().optional(),
  ethnicity: words(20).optional(),
  occupation: words(60).optional(),
  creditCode: words(18)
    .refine((code) => code === "" || isCreditCode(code), { params: { problem: "noCreditCode" } })
    .optional(),
  legalRepresentative: words(60).optional(),
};
