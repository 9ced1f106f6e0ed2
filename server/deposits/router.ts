import { command, question, router } from "../trpc/init";
import { depositDossiers } from "./deposit-dossiers";
import { depositInput, depositsQuery } from "./inputs";
import { depositSheet } from "./reads/deposit-sheet";

export const depositsRouter = router({
  sheet: question("deposit.read", depositsQuery, depositSheet),
  make: command("deposit.make", depositInput, depositDossiers),
});
