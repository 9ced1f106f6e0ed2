import { nothing } from "../kernel/nothing";
import { command, question, router } from "../trpc/init";
import { setDaysInput, setRuleInput } from "./inputs";
import { ruleSheet } from "./reads/rule-sheet";
import { missingYear, yearsOfDays } from "./reads/years";
import { setDays } from "./set-days";
import { setRule } from "./set-rule";

export const settingsRouter = router({
  rules: question("rule.read", nothing, ruleSheet),
  setRule: command("rule.set", setRuleInput, setRule),
  years: question("rule.read", nothing, yearsOfDays),
  missingYear: question("daysOff.remind", nothing, missingYear),
  setDays: command("daysOff.set", setDaysInput, setDays),
});
