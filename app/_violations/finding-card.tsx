import { useTranslations } from "next-intl";
import { useFormat } from "@/app/_ui/format/use-format";
import { useAllNames } from "@/app/_ui/format/use-names";
import { Sheet } from "@/app/_ui/layout/sheet";
import { FactList } from "@/app/_ui/lists/fact-list";
import type { ViolationPart } from "@/db/vocabulary";
import { mediationBars } from "@/server/violations/choices";
import type { ViolationFinding, ViolationParty } from "@/server/violations/reads/violation";

interface FindingCardProps {
  finding: ViolationFinding;
  parties: readonly ViolationParty[];
}

/** One finding, question by question, with who found it and when. */
export function FindingCard({ finding, parties }: FindingCardProps) {
  const t = useTranslations("violations");
  const answers = useTranslations("vocabulary.yesNoUnclear");
  const kinds = useTranslations("vocabulary.violationKinds");
  const circumstances = useTranslations("vocabulary.violationCircumstances");
  const parts = useTranslations("vocabulary.violationParts");
  const f = useFormat();
  const allNames = useAllNames();
  const named = (part: ViolationPart) =>
    allNames(
      parties
        .filter((party) => finding.people.some((one) => one.partyId === party.id && one.part === part))
        .map((party) => party.name),
    ) || t("nobody");
  return (
    <Sheet>
      <FactList
        wide
        facts={[
          { label: t("question.isViolation"), value: answers(finding.isViolation) },
          { label: t("question.isMinor"), value: answers(finding.isMinor) },
          { label: t("question.kinds"), value: allNames(finding.kinds.map((kind) => kinds(kind))) || t("nobody") },
          {
            label: t("question.circumstance"),
            value: finding.circumstance ? circumstances(finding.circumstance) : t("noCircumstance"),
          },
          { label: parts("suspect"), value: named("suspect") },
          { label: parts("injured"), value: named("injured") },
          ...mediationBars.map((bar) => ({ key: bar, label: t(`bar.${bar}`), value: answers(finding[bar]) })),
          { label: t("question.basis"), value: finding.basis },
          { label: t("finding.by"), value: t("byAt", { who: finding.by, at: f.dayTime(finding.at) }) },
        ]}
      />
    </Sheet>
  );
}
