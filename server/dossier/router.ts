import { command, question, router } from "../trpc/init";
import { askDossier } from "./ask-dossier";
import { dossierQuery } from "./inputs";
import { dossierOfDispute } from "./queries";

export const dossierRouter = router({
  ofDispute: question("dispute.read", dossierQuery, dossierOfDispute),
  ask: command("paper.ask", dossierQuery, askDossier),
});
