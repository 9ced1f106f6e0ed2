import { command, router } from "../trpc/init";
import { askToSign } from "./ask-to-sign";
import { askToSignInput, stopAskingInput } from "./inputs";
import { stopAsking } from "./stop-asking";

/** Signing on a phone of one's own: the links to it. What is done through them is a part of `links`. */
export const signingRouter = router({
  ask: command("agreement.askToSign", askToSignInput, askToSign),
  stop: command("agreement.stopAsking", stopAskingInput, stopAsking),
});
