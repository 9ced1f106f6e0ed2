import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { addCalendar } from "./add-calendar";
import {
  absenceIdInput,
  addCalendarInput,
  calendarIdInput,
  clashesInput,
  markAbsenceInput,
  weeklyHoursInput,
} from "./inputs";
import { markAbsence } from "./mark-absence";
import { orderReading } from "./order-reading";
import { clashes, ownAvailability } from "./queries";
import { removeAbsence } from "./remove-absence";
import { removeCalendar } from "./remove-calendar";
import { setWeeklyHours } from "./set-weekly-hours";

export const availabilityRouter = router({
  own: question("availability.readOwn", nothing, ownAvailability),
  clashes: question("availability.readOwn", clashesInput, clashes),
  setWeek: command("availability.change", weeklyHoursInput, setWeeklyHours),
  markAbsence: command("availability.change", markAbsenceInput, markAbsence),
  removeAbsence: command("availability.change", absenceIdInput, removeAbsence),
  addCalendar: command("availability.change", addCalendarInput, addCalendar),
  removeCalendar: command("availability.change", calendarIdInput, removeCalendar),
  readCalendar: command("availability.change", calendarIdInput, orderReading),
});
