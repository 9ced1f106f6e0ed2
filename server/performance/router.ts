import { command, question, router } from "../trpc/init";
import { contestPerformance } from "./contest-performance";
import { correctPerformance } from "./correct-performance";
import { endContest } from "./end-contest";
import {
  contestPerformanceInput,
  correctPerformanceInput,
  endContestInput,
  performanceListQuery,
  performanceQuery,
  recordBreachInput,
  recordPerformanceInput,
  recordVisitInput,
  urgePerformanceInput,
  waivePerformanceInput,
} from "./inputs";
import { performanceOfDispute } from "./reads/ledger";
import { listObligations } from "./reads/obligations";
import { recordBreach } from "./record-breach";
import { recordPerformance } from "./record-performance";
import { recordVisit } from "./record-visit";
import { urgePerformance } from "./urge-performance";
import { waivePerformance } from "./waive-performance";

export const performanceRouter = router({
  list: question("performance.list", performanceListQuery, listObligations),
  ofDispute: question("dispute.read", performanceQuery, performanceOfDispute),
  record: command("performance.record", recordPerformanceInput, recordPerformance),
  waive: command("performance.waive", waivePerformanceInput, waivePerformance),
  correct: command("performance.correct", correctPerformanceInput, correctPerformance),
  contest: command("performance.contest", contestPerformanceInput, contestPerformance),
  endContest: command("performance.endContest", endContestInput, endContest),
  breach: command("performance.breach", recordBreachInput, recordBreach),
  urge: command("performance.urge", urgePerformanceInput, urgePerformance),
  recordVisit: command("visit.record", recordVisitInput, recordVisit),
});
