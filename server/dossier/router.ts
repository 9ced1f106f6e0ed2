import { question, router } from "../trpc/init";
import { dossierQuery } from "./inputs";
import { dossierOfDispute } from "./queries";

export const dossierRouter = router({
  ofDispute: question("dispute.read", dossierQuery, dossierOfDispute),
});
