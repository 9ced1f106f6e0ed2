import { command, question, router } from "../trpc/init";
import { addLeaderShifts } from "./add-leader-shifts";
import { addLeaderShiftsInput, leaderWeekInput, removeLeaderShiftInput } from "./inputs";
import { leaderWeek } from "./queries";
import { removeLeaderShift } from "./remove-leader-shift";

export const dutyLeadersRouter = router({
  week: question("dutyLeader.read", leaderWeekInput, leaderWeek),
  addShifts: command("dutyLeader.change", addLeaderShiftsInput, addLeaderShifts),
  removeShift: command("dutyLeader.change", removeLeaderShiftInput, removeLeaderShift),
});
