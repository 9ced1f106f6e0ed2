"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { Banner } from "@/app/_ui/feedback/banner";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { KeptFieldsLater } from "@/app/_ui/fields/kept-fields-later";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextArea, TextField } from "@/app/_ui/fields/text-field";
import { Stack } from "@/app/_ui/layout/columns";
import { Sheet } from "@/app/_ui/layout/sheet";
import { reportClueLimits } from "@/app/_ui/limits/calls";

interface ReportFormProps {
  points: readonly { id: string; name: string }[];
  ownPointId: string | null;
  /** Whether the reporter belongs to a station, which is asked where they name no point. */
  isAtStation: boolean;
}

/** Where and what, on one screen; only the station learns who reported it. */
export function ReportForm({ points, ownPointId, isAtStation }: ReportFormProps) {
  const t = useTranslations("clues");
  const trpc = useTRPC();
  const [place, setPlace] = useState("");
  const [text, setText] = useState("");
  const [pointId, setPoint] = useState(ownPointId ?? "");
  const [hasTried, setTried] = useState(false);
  const [isSent, setSent] = useState(false);
  const act = useAct(trpc.clues.report.mutationOptions(), { onDone: sent });

  const hasPoint = isAtStation || pointId !== "";

  function sent() {
    setSent(true);
    setTried(false);
    setPlace("");
    setText("");
  }
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setTried(true);
    setSent(false);
    if (place.trim() && text.trim() && hasPoint) await act.run({ place, text, pointId: pointId || null });
  }
  return (
    <Sheet>
      <form method="dialog" onSubmit={submit} noValidate>
        <Stack>
          <KeptFieldsLater />
          <h1>{t("title")}</h1>
          <TextField
            label={t("place")}
            hint={t("placeHint")}
            maxLength={reportClueLimits.place}
            autoComplete="off"
            value={place}
            error={hasTried && !place.trim() ? t("placeMissing") : undefined}
            onChange={(event) => setPlace(event.currentTarget.value)}
          />
          <TextArea
            label={t("text")}
            hint={t("textHint")}
            maxLength={reportClueLimits.text}
            value={text}
            error={hasTried && !text.trim() ? t("textMissing") : undefined}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <SelectField
            label={t("point")}
            placeholder={t(isAtStation ? "pointNone" : "pointMissing")}
            error={hasTried && !hasPoint ? t("pointMissing") : undefined}
            options={points.map(({ id, name }) => ({ value: id, label: name }))}
            value={pointId}
            onChange={(event) => setPoint(event.currentTarget.value)}
          />
          {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
          {isSent ? <Banner tone="act">{t("done")}</Banner> : null}
          <Button type="submit" variant="go" wide busy={act.isBusy}>
            {t("go")}
          </Button>
        </Stack>
      </form>
    </Sheet>
  );
}
