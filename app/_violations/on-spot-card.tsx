import { useTranslations } from "next-intl";
import { PrintHere } from "@/app/_papers/print-here";
import { useFormat } from "@/app/_ui/format/use-format";
import { Sheet } from "@/app/_ui/layout/sheet";
import { FactList } from "@/app/_ui/lists/fact-list";
import type { OnSpotForm } from "@/server/violations/reads/violation";

/** The on-the-spot form: number, recording, who held it; its words stand on the agreement's page. `prints` names the dispute to whoever may have it made. */
export function OnSpotCard({ form, station, prints }: { form: OnSpotForm; station: string; prints: string | null }) {
  const t = useTranslations("violations.onSpot");
  const losses = useTranslations("vocabulary.onSpotLosses");
  const f = useFormat();
  const others = [
    ...(form.secondOfficer ? [{ label: t("second"), value: form.secondOfficer }] : []),
    ...(form.others ? [{ label: t("others"), value: form.others }] : []),
  ];
  return (
    <Sheet>
      <FactList
        wide
        facts={[
          { label: t("number"), value: form.number },
          { label: t("form"), value: t(form.form === "written" ? "written" : "recorded") },
          { label: t("station"), value: station },
          { label: t("officer"), value: form.officer },
          ...others,
          { label: t("settledAt"), value: f.dayTime(form.settledAt) },
          { label: t("place"), value: form.place },
          { label: t("losses"), value: losses(form.losses) },
          { label: t("recording"), value: form.recording || t("noRecording") },
        ]}
      />
      {prints ? <PrintHere disputeId={prints} kinds={["onSpotAgreement"]} /> : null}
    </Sheet>
  );
}
