import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { escalateClue } from "./escalate-clue";
import { escalateClueInput, settleClueInput, takeClueStepInput } from "./inputs";
import { ownPoint } from "./reads/own-point";
import { settleClue } from "./settle-clue";
import { takeClueStep } from "./take-clue-step";

export const pointsRouter = router({
  own: question("point.read", nothing, ownPoint),
  takeStep: command("clue.step", takeClueStepInput, takeClueStep),
  settle: command("clue.settle", settleClueInput, settleClue),
  escalate: command("clue.escalate", escalateClueInput, escalateClue),
});
