import type { Outcome } from "@/db/vocabulary";
import type { ProceedingRow } from "../../access/gate";

/** The outcomes a proceeding may close with; in people's mediation the form of the agreement decides. */
export function closeOutcomes(
  proceeding: Pick<ProceedingRow, "track">,
  form: "written" | "oral" | null,
): readonly [Outcome, ...Outcome[]] {
  switch (proceeding.track) {
    case "peoples":
      return form === "oral" ? ["agreedOral", "partial"] : ["agreedWritten", "partial"];
    case "publicSecurity":
      return ["publicSecurityPerformed"];
    case "onScene":
      return ["calmed"];
    case "coordination":
      return ["assisted"];
    case "transfer":
      return ["transferred"];
  }
}
