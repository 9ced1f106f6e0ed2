import { question, router } from "../trpc/init";
import { subsidyQuery } from "./inputs";
import { exportSubsidies } from "./reads/export-subsidies";
import { subsidiesOfMonth } from "./reads/subsidies-of-month";

export const subsidiesRouter = router({
  ofMonth: question("subsidy.read", subsidyQuery, subsidiesOfMonth),
  export: question("subsidy.export", subsidyQuery, exportSubsidies),
});
