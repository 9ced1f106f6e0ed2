import { command, question, router } from "../trpc/init";
import { comingSeatsInput, setLeadInput } from "./inputs";
import { comingSeats } from "./reads/coming-seats";
import { setLead } from "./set-lead";

export const handoversRouter = router({
  comingSeats: question("lead.set", comingSeatsInput, comingSeats),
  setLead: command("lead.set", setLeadInput, setLead),
});
