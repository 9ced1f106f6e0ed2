import { question, router } from "../trpc/init";
import { drillInput, forcesInput, nothing, overviewInput } from "./inputs";
import { county, drill, forces, readOverview, redList } from "./reads/overview";

export const statisticsRouter = router({
  overview: question("overview.read", overviewInput, (actor, input) => readOverview(actor, input)),
  drill: question("overview.drill", drillInput, (actor, input) => drill(actor, input)),
  redList: question("redList.read", nothing, (actor, input) => redList(actor, input)),
  forces: question("forces.performance", forcesInput, (actor, input) => forces(actor, input)),
  county: question("county.read", forcesInput, (actor, input) => county(actor, input)),
});
