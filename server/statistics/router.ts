import { nothing } from "../kernel/nothing";
import { question, router } from "../trpc/init";
import { countyListInput, drillInput, forcesInput, overviewInput } from "./inputs";
import { county } from "./reads/county";
import { exportCounty, exportOverview } from "./reads/export-figures";
import { countyList } from "./reads/list-county";
import { drill, forces, readOverview, redCount, redList } from "./reads/overview";

export const statisticsRouter = router({
  overview: question("overview.read", overviewInput, readOverview),
  drill: question("overview.drill", drillInput, drill),
  redList: question("redList.read", nothing, redList),
  redCount: question("redList.read", nothing, redCount),
  forces: question("forces.results", forcesInput, forces),
  county: question("county.read", overviewInput, county),
  countyList: question("county.read", countyListInput, countyList),
  exportOverview: question("overview.export", overviewInput, exportOverview),
  exportCounty: question("county.export", overviewInput, exportCounty),
});
