import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { setNumberPatternInput, setNumberStartInput, voidNumberInput } from "./inputs";
import { numberSheet } from "./queries";
import { setNumberPattern } from "./set-number-pattern";
import { setNumberStart } from "./set-number-start";
import { voidNumber } from "./void-number";

export const numbersRouter = router({
  sheet: question("number.read", nothing, numberSheet),
  setStart: command("number.set", setNumberStartInput, setNumberStart),
  void: command("number.set", voidNumberInput, voidNumber),
  setPattern: command("number.set", setNumberPatternInput, setNumberPattern),
});
