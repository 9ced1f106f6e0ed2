import { useState } from "react";
import { gateQuestions } from "@/db/vocabulary";
import type { GateFacts } from "@/server/disputes/parts/gate-facts";
import { newestOf, type Said, saidBefore } from "./triage-questions";

/** What was answered before and what is answered now: `fresh` is what is new, `takesBack` a "yes" that becomes something else. */
export function useAnswers(facts: GateFacts) {
  const [saidNow, setSaid] = useState<Said>({});
  const [reason, setReason] = useState("");
  const said: Said = { ...saidBefore(facts), ...saidNow };
  const given = newestOf(facts);
  const changed = gateQuestions.filter(
    (question) => said[question] !== given[question]?.answer && !facts.record.some((one) => one.question === question),
  );
  const fresh: Said = Object.fromEntries(changed.flatMap((one) => (said[one] ? [[one, said[one]]] : [])));
  const takesBack = changed.some((question) => given[question]?.answer === "yes");
  return { said, setSaid, fresh, takesBack, reason, setReason, isExplained: !takesBack || reason.trim() !== "" };
}
export type Answers = ReturnType<typeof useAnswers>;
