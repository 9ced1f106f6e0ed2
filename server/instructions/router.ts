import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { answerInstruction } from "./answer-instruction";
import { giveInstruction } from "./give-instruction";
import { answerInstructionInput, giveInstructionInput, instructionsQuery, instructionTarget } from "./inputs";
import { instructionsOf, ownInstructions } from "./reads/instructions";
import { withdrawInstruction } from "./withdraw-instruction";

export const instructionsRouter = router({
  ofDispute: question("instruction.read", instructionsQuery, instructionsOf),
  own: question("instruction.list", nothing, ownInstructions),
  give: command("instruction.give", giveInstructionInput, giveInstruction),
  answer: command("instruction.answer", answerInstructionInput, answerInstruction),
  withdraw: command("instruction.withdraw", instructionTarget, withdrawInstruction),
});
