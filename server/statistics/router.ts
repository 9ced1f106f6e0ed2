import { nothing } from "../kernel/nothing";
import { question, router } from "../trpc/init";
import { drillInput, forcesInput, overviewInput } from "./inputs";
import { exportCounty, exportOverview } from "./reads/export-figures";
import { county, drill, forces, readOverview, redCount, redList } from "./reads/overview";

export const statisticsRouter = router({
  overview: question("overview.read", overviewInput, readOverview),
  drill: question("overview.drill", drillInput, drill),
  redList: question("redList.read", nothing, redList),
  redCount: question("redList.read", nothing, redCount),
  forces: question("forces.results", forcesInput, forces),
  county: question("county.read", forcesInput, county),
  exportOverview: question("overview.export", overviewInput, exportOverview),
  exportCounty: question("county.export", forcesInput, exportCounty),
});
