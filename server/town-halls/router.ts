import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { cancelMeeting } from "./cancel-meeting";
import { cancelTownHall } from "./cancel-town-hall";
import { closeMeeting } from "./close-meeting";
import {
  closeMeetingInput,
  meetingIdInput,
  moveMeetingInput,
  planTownHallInput,
  seriesDatesInput,
  townHallIdInput,
} from "./inputs";
import { moveMeeting } from "./move-meeting";
import { planTownHall } from "./plan-town-hall";
import { plannedDates, townHallChoices, townHallList } from "./queries";

export const townHallsRouter = router({
  list: question("townHall.read", nothing, townHallList),
  choices: question("townHall.change", nothing, townHallChoices),
  plannedDates: question("townHall.change", seriesDatesInput, plannedDates),
  plan: command("townHall.change", planTownHallInput, planTownHall),
  move: command("townHall.change", moveMeetingInput, moveMeeting),
  cancelMeeting: command("townHall.change", meetingIdInput, cancelMeeting),
  cancel: command("townHall.change", townHallIdInput, cancelTownHall),
  close: command("townHall.change", closeMeetingInput, closeMeeting),
});
