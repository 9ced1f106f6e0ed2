import { command, router } from "../trpc/init";
import { extendClock } from "./extend-clock";
import { extendClockInput, pauseClockInput, resumeClockInput } from "./inputs";
import { pauseClock } from "./pause-clock";
import { resumeClock } from "./resume-clock";

export const clocksRouter = router({
  extend: command("clock.extend", extendClockInput, extendClock),
  pause: command("clock.pause", pauseClockInput, pauseClock),
  resume: command("clock.resume", resumeClockInput, resumeClock),
});
