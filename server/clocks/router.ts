import { command, router } from "../trpc/init";
import { applyConfirmation } from "./apply-confirmation";
import { extendClock } from "./extend-clock";
import {
  applyConfirmationInput,
  extendClockInput,
  pauseClockInput,
  recordConfirmationInput,
  resumeClockInput,
} from "./inputs";
import { pauseClock } from "./pause-clock";
import { recordConfirmation } from "./record-confirmation";
import { resumeClock } from "./resume-clock";

export const clocksRouter = router({
  extend: command("clock.extend", extendClockInput, extendClock),
  applyConfirmation: command("confirmation.apply", applyConfirmationInput, applyConfirmation),
  recordConfirmation: command("confirmation.record", recordConfirmationInput, recordConfirmation),
  pause: command("clock.pause", pauseClockInput, pauseClock),
  resume: command("clock.resume", resumeClockInput, resumeClock),
});
