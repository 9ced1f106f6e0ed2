import { nothing } from "../kernel/nothing";
import { question, router } from "../trpc/init";
import { committeeListInput, countyListInput, drillInput, forcesInput, overviewInput, redListInput } from "./inputs";
import { committeeList, readCommitteeFigures } from "./reads/committee-figures";
import { county } from "./reads/county";
import { exportCounty, exportOverview } from "./reads/export-figures";
import { countyList } from "./reads/list-county";
import { drill, forces, readOverview, redCount, redList } from "./reads/overview";

export const statisticsRouter = router({
  overview: question("overview.read", overviewInput, readOverview),
  drill: question("overview.drill", drillInput, drill),
  redList: question("redList.read", redListInput, redList),
  redCount: question("redList.read", nothing, redCount),
  forces: question("forces.results", forcesInput, forces),
  county: question("county.read", overviewInput, county),
  countyList: question("county.read", countyListInput, countyList),
  committee: question("committee.read", overviewInput, readCommitteeFigures),
  committeeList: question("committee.read", committeeListInput, committeeList),
  exportOverview: question("overview.export", overviewInput, exportOverview),
  exportCounty: question("county.export", overviewInput, exportCounty),
});
