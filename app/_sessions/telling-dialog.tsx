"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { SegmentField } from "@/app/_ui/fields/segment-field";
import { SelectField } from "@/app/_ui/fields/select-field";
import { TextField } from "@/app/_ui/fields/text-field";
import { useFormat } from "@/app/_ui/format/use-format";
import { recordTellingLimits } from "@/app/_ui/limits/sessions";
import { type TellingAnswer, tellingAnswers } from "@/db/vocabulary";
import { type SaidWhen, SaidWhenFields } from "./said-when";
import type { Overview, Session } from "./session";
import { dayAndTime, startOf } from "./when-fields";

interface TellingDialogProps {
  disputeId: string;
  session: Session;
  staff: Overview["staff"];
  /** When the page was rendered. */
  now: Date;
}

const blank = { partyId: "", toldBy: "", toldTo: "", note: "", answer: null as TellingAnswer | null };

/** What is typed about one telling, and the act. */
function useTelling(disputeId: string, session: Session, now: Date) {
  const parties = session.people.filter((one) => one.partyId);
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState<SaidWhen>(() => ({ means: "phone", ...dayAndTime(now.toISOString()) }));
  const [typed, setTyped] = useState(blank);
  const tell = useAct(useTRPC().sessions.recordTelling.mutationOptions(), { onDone: () => setOpen(false) });
  const toldAt = startOf(said);
  function open() {
    tell.reset();
    setSaid({ means: "phone", ...dayAndTime(new Date().toISOString()) });
    setTyped({ ...blank, partyId: parties[0]?.partyId ?? "" });
    setOpen(true);
  }
  function go() {
    const { answer, toldBy, ...words } = typed;
    if (!toldAt || !answer) return;
    void tell.run({
      ...words,
      disputeId,
      sessionId: session.id,
      startsAt: new Date(session.startsAt).toISOString(),
      means: said.means,
      toldAt: toldAt.toISOString(),
      toldBy: toldBy || null,
      answer,
    });
  }
  return {
    parties,
    isOpen,
    close: () => setOpen(false),
    open,
    said,
    setSaid: (change: Partial<SaidWhen>) => setSaid((before) => ({ ...before, ...change })),
    typed,
    type: (change: Partial<typeof blank>) => setTyped((before) => ({ ...before, ...change })),
    tell,
    toldAt,
    go,
  };
}

/** The button and the questions: which party was told of the session, how, when, by whom, and what they said. */
export function TellingDialog({ disputeId, session, staff, now }: TellingDialogProps) {
  const t = useTranslations("sessions.telling");
  const answers = useTranslations("vocabulary.tellingAnswers");
  const f = useFormat();
  const { parties, typed, type, tell, ...form } = useTelling(disputeId, session, now);
  const party = parties.find((one) => one.partyId === typed.partyId);
  if (parties.length === 0) return null;
  return (
    <>
      <Button onClick={form.open}>{t("open")}</Button>
      <ActDialog
        isOpen={form.isOpen}
        onClose={form.close}
        title={t("title", { name: party?.name ?? "" })}
        verb={t("submit")}
        leave={t("back")}
        act={tell}
        refusal="last"
        gap={12}
        needs={[
          [t("day"), form.said.day !== ""],
          [t("time"), form.toldAt !== null],
          [t("answer"), typed.answer !== null],
        ]}
        onGo={form.go}
      >
        <p>{t("what", { span: f.span(session.startsAt, session.endsAt) })}</p>
        <SelectField
          label={t("party")}
          options={parties.map((one) => ({ value: one.partyId ?? "", label: one.name }))}
          value={typed.partyId}
          onChange={(event) => type({ partyId: event.currentTarget.value })}
        />
        <SaidWhenFields value={form.said} onChange={form.setSaid} />
        <SelectField
          label={t("by")}
          options={[{ value: "", label: t("me") }, ...staff.map(({ id, name }) => ({ value: id, label: name }))]}
          value={typed.toldBy}
          onChange={(event) => type({ toldBy: event.currentTarget.value })}
        />
        <TextField
          label={t("to")}
          value={typed.toldTo}
          maxLength={recordTellingLimits.toldTo}
          onChange={(event) => type({ toldTo: event.currentTarget.value })}
        />
        <SegmentField
          label={t("answer")}
          segments={tellingAnswers.map((value) => ({ value, label: answers(value) }))}
          value={typed.answer}
          onChange={(answer) => type({ answer })}
        />
        <TextField
          label={t("note")}
          value={typed.note}
          maxLength={recordTellingLimits.note}
          onChange={(event) => type({ note: event.currentTarget.value })}
        />
      </ActDialog>
    </>
  );
}
