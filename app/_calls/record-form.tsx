"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { Banner } from "@/app/_ui/feedback/banner";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { DateTimeField } from "@/app/_ui/fields/date-time-field";
import { KeptFieldsLater } from "@/app/_ui/fields/kept-fields-later";
import { PhoneField } from "@/app/_ui/fields/phone-field";
import { TextArea, TextField } from "@/app/_ui/fields/text-field";
import { fromWallClock, toWallClock } from "@/app/_ui/format/shanghai";
import { Stack } from "@/app/_ui/layout/columns";
import { recordCallLimits } from "@/app/_ui/limits/calls";
import type { RecordedCall } from "@/server/calls/record-call";

const empty = { number: "", callerName: "", phone: "", place: "", summary: "" };

/** Records a call and says at once whether it repeats another. `isMain`: its button is the filled one of the page. */
export function RecordForm({ isMain }: { isMain: boolean }) {
  const t = useTranslations("calls.record");
  const needed = useTranslations("calls.record.needed");
  const trpc = useTRPC();
  const [call, setCall] = useState(empty);
  const [calledAt, setCalledAt] = useState(() => toWallClock(new Date()));
  const [hasTried, setTried] = useState(false);
  const [last, setLast] = useState<RecordedCall | null>(null);
  const act = useAct(trpc.calls.record.mutationOptions(), { onDone: recorded });
  const at = fromWallClock(calledAt);
  const isWhole = call.number.trim() && call.place.trim() && call.summary.trim() && at;

  function recorded(result: RecordedCall) {
    setLast(result);
    setCall(empty);
    setCalledAt(toWallClock(new Date()));
    setTried(false);
  }
  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    setLast(null);
    if (isWhole && at) await act.run({ ...call, calledAt: at.toISOString() });
  }
  const field = (name: keyof typeof empty) => ({
    label: t(name === "callerName" ? "caller" : name),
    value: call[name],
    autoComplete: "off",
    onChange: (event: { currentTarget: { value: string } }) => setCall({ ...call, [name]: event.currentTarget.value }),
  });
  const missing = (name: "number" | "place" | "summary") => (hasTried && !call[name].trim() ? needed(name) : undefined);
  return (
    <form method="dialog" onSubmit={submit} noValidate>
      <Stack>
        <KeptFieldsLater />
        <TextField
          {...field("number")}
          hint={t("numberHint")}
          error={missing("number")}
          maxLength={recordCallLimits.number}
        />
        <DateTimeField
          label={t("calledAt")}
          value={calledAt}
          onChange={setCalledAt}
          error={hasTried && !at ? needed("calledAt") : undefined}
        />
        <TextField {...field("callerName")} maxLength={recordCallLimits.callerName} />
        <PhoneField label={t("phone")} value={call.phone} onChange={(phone) => setCall({ ...call, phone })} />
        <TextField
          {...field("place")}
          hint={t("placeHint")}
          error={missing("place")}
          maxLength={recordCallLimits.place}
        />
        <TextArea {...field("summary")} error={missing("summary")} maxLength={recordCallLimits.summary} />
        {act.problem ? <ProblemNote problem={act.problem} code={act.problem.reference} /> : null}
        {last ? (
          <Banner tone={last.isAlerting ? "amber" : "act"}>
            {t(`done.${outcomeOf(last)}`, { count: last.incidents })}
          </Banner>
        ) : null}
        <Button type="submit" variant={isMain ? "go" : "outline"} wide busy={act.isBusy}>
          {t("go")}
        </Button>
      </Stack>
    </form>
  );
}

function outcomeOf(call: RecordedCall): "plain" | "duplicate" | "repeat" | "alert" {
  if (call.isAlerting) return "alert";
  if (call.isDuplicate) return "duplicate";
  return call.incidents > 1 ? "repeat" : "plain";
}
