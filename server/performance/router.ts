import { command, question, router } from "../trpc/init";
import {
  performanceListQuery,
  performanceQuery,
  recordPerformanceInput,
  recordVisitInput,
  urgePerformanceInput,
} from "./inputs";
import { performanceOfDispute } from "./reads/ledger";
import { listObligations } from "./reads/obligations";
import { recordPerformance } from "./record-performance";
import { recordVisit } from "./record-visit";
import { urgePerformance } from "./urge-performance";

export const performanceRouter = router({
  list: question("performance.list", performanceListQuery, listObligations),
  ofDispute: question("dispute.read", performanceQuery, performanceOfDispute),
  record: command("performance.record", recordPerformanceInput, recordPerformance),
  urge: command("performance.urge", urgePerformanceInput, urgePerformance),
  recordVisit: command("visit.record", recordVisitInput, recordVisit),
});
