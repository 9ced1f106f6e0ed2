import { command, question, router } from "../trpc/init";
import { depositInput, depositsQuery } from "./inputs";
import { depositSheet } from "./reads/deposit-sheet";
import { recordDeposit } from "./record-deposit";

export const depositsRouter = router({
  sheet: question("deposit.read", depositsQuery, depositSheet),
  make: command("deposit.make", depositInput, recordDeposit),
});
