import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { setNumberPatternInput, setNumberStartInput } from "./inputs";
import { numberSheet } from "./queries";
import { setNumberPattern } from "./set-number-pattern";
import { setNumberStart } from "./set-number-start";

export const numbersRouter = router({
  sheet: question("number.read", nothing, numberSheet),
  setStart: command("number.set", setNumberStartInput, setNumberStart),
  setPattern: command("number.set", setNumberPatternInput, setNumberPattern),
});
