import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import type { Interpreter } from "@/server/disputes/reads/interpreter-rows";
import { AskedWords } from "./asked-words";
import { useHelpWords } from "./help-words";

/** Who does what for whom, and what has happened: told, came, signed or read out. */
export function InterpreterLine({ one }: { one: Interpreter }) {
  const t = useTranslations("sessions.interpreters");
  const attendances = useTranslations("vocabulary.attendances");
  const means = useTranslations("vocabulary.signatureMeans");
  const helps = useHelpWords();
  const f = useFormat();
  const { name, partyName, asking, toldAt, attendance, signedAt } = one;
  return (
    <p>
      {t("line", { name, help: helps(one), party: partyName, hasParty: partyName ? "yes" : "no" })}
      {one.tie ? ` ${t("tied", { tie: one.tie, names: one.agreedNames.join(t("asked.comma")) })}` : null}
      {asking && attendance === "expected" ? <AskedWords asking={asking} /> : null}
      {toldAt ? ` ${t("toldAt", { at: f.dayTime(toldAt) })}` : null}
      {attendance === "expected" ? null : ` ${attendances(attendance)}`}
      {signedAt
        ? ` ${one.means ? t("signedAt", { means: means(one.means), at: f.happened(signedAt) }) : t("readOutAt", { at: f.happened(signedAt) })}`
        : null}
    </p>
  );
}
