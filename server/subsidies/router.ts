import { command, question, router } from "../trpc/init";
import { handOverSubsidies } from "./hand-over-subsidies";
import { handOverSubsidiesInput, subsidyQuery } from "./inputs";
import { exportSubsidies } from "./reads/export-subsidies";
import { subsidiesOfMonth } from "./reads/subsidies-of-month";

export const subsidiesRouter = router({
  ofMonth: question("subsidy.read", subsidyQuery, subsidiesOfMonth),
  handOver: command("subsidy.handOver", handOverSubsidiesInput, handOverSubsidies),
  export: question("subsidy.export", subsidyQuery, exportSubsidies),
});
