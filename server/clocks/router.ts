import { command, router } from "../trpc/init";
import { applyConfirmation } from "./apply-confirmation";
import { extendClock } from "./extend-clock";
import { applyConfirmationInput, extendClockInput, pauseClockInput, resumeClockInput } from "./inputs";
import { pauseClock } from "./pause-clock";
import { resumeClock } from "./resume-clock";

export const clocksRouter = router({
  extend: command("clock.extend", extendClockInput, extendClock),
  applyConfirmation: command("confirmation.apply", applyConfirmationInput, applyConfirmation),
  pause: command("clock.pause", pauseClockInput, pauseClock),
  resume: command("clock.resume", resumeClockInput, resumeClock),
});
