"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DespiteField, useDespite } from "@/app/_presence/despite-field";
import { TakenNote } from "@/app/_presence/taken-note";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ActDialog } from "@/app/_ui/dialogs/act-dialog";
import { SelectField } from "@/app/_ui/fields/select-field";
import { useFormat } from "@/app/_ui/format/use-format";
import type { Overview, Session } from "./session";

interface SwapDialogProps {
  disputeId: string;
  session: Session;
  overview: Pick<Overview, "staff" | "invited">;
}

interface InChoice {
  personId: string;
  label: string;
  /** Set when they have to be invited. */
  forceCode: string | null;
}

/** Replaces one person by another: staff and people who joined at once; others are invited and the hour is held for them. */
export function SwapDialog({ disputeId, session, overview }: SwapDialogProps) {
  const t = useTranslations("sessions.swap");
  const f = useFormat();
  const [isOpen, setOpen] = useState(false);
  const [out, setOut] = useState("");
  const { swap, into, choose, despite, setDespite } = useSwap(() => setOpen(false));
  const lead = overview.staff.find((one) => one.isLead)?.id;
  const seated = session.people.filter((one) => one.personId && one.personId !== lead);
  const { choices, isLoading } = useChoices({ disputeId, session, overview, out, isAsked: isOpen });
  const chosen = choices.find((one) => one.personId === into);
  if (seated.length === 0) return null;
  return (
    <>
      <Button
        onClick={() => {
          setOut(seated[0]?.personId ?? "");
          choose("");
          setOpen(true);
        }}
      >
        {t("open")}
      </Button>
      <ActDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t("title", { n: session.ordinal })}
        verb={t("submit")}
        leave={t("back")}
        act={swap}
        needs={[
          [t("out"), out !== ""],
          [t("in"), chosen !== undefined],
        ]}
        refusal="own"
        gap={12}
        onGo={() =>
          chosen &&
          swap.run({
            disputeId,
            sessionId: session.id,
            sessionVersion: session.version,
            outPersonId: out,
            inPersonId: chosen.personId,
            forceCode: chosen.forceCode,
            despite,
          })
        }
      >
        <p>{t("what", { span: f.span(session.startsAt, session.endsAt) })}</p>
        <SelectField
          label={t("out")}
          options={seated.map((one) => ({
            value: one.personId ?? "",
            label: one.post ? `${one.name} ${one.post}` : one.name,
          }))}
          value={out}
          onChange={(event) => {
            setOut(event.currentTarget.value);
            choose("");
          }}
        />
        <SelectField
          label={t("in")}
          placeholder={isLoading ? t("looking") : t("choose")}
          hint={chosen?.forceCode ? t("isAsked") : t("sitsAtOnce")}
          options={choices.map((one) => ({ value: one.personId, label: one.label }))}
          value={into}
          onChange={(event) => choose(event.currentTarget.value)}
        />
        <TakenNote problem={swap.problem} onTake={() => setOpen(false)} />
        <DespiteField problem={swap.problem} value={despite} onChange={setDespite} />
      </ActDialog>
    </>
  );
}

/** The act with the new person and the reason why they come; another person needs another reason. */
function useSwap(onDone: () => void) {
  const trpc = useTRPC();
  const [into, setInto] = useState("");
  const { despite, setDespite, sayUncertain } = useDespite();
  const swap = useAct(trpc.sessions.swapPerson.mutationOptions(), {
    onDone: (done) => {
      onDone();
      sayUncertain(done);
    },
  });
  function choose(personId: string) {
    swap.reset();
    setDespite("");
    setInto(personId);
  }
  return { swap, into, choose, despite, setDespite };
}

interface ChoicesOptions extends SwapDialogProps {
  /** Who goes. */
  out: string;
  isAsked: boolean;
}

/** Possible replacements: people who joined already, people who would have to be asked, and staff. */
function useChoices({ disputeId, session, overview, out, isAsked }: ChoicesOptions) {
  const t = useTranslations("sessions.swap");
  const trpc = useTRPC();
  const panel = useQuery({ ...trpc.panel.of.queryOptions({ disputeId }), enabled: isAsked });
  const isSeated = (id: string) => session.people.some((one) => one.personId === id);
  const leaving = overview.invited.find((one) => one.personId === out);
  const choices: InChoice[] = [
    ...overview.invited
      .filter((one) => one.status === "accepted" && !isSeated(one.personId))
      .map((one) => ({
        personId: one.personId,
        label: t("joined", { name: one.name, post: one.post }),
        forceCode: null,
      })),
    ...(panel.data?.forces ?? [])
      .filter((force) => !leaving || force.code === leaving.forceCode)
      .flatMap((force) =>
        force.people
          .filter((one) => one.isEligible && !isSeated(one.personId))
          .map((one) => ({
            personId: one.personId,
            label: t("toAsk", { name: one.name, post: one.post }),
            forceCode: force.code,
          })),
      ),
    ...overview.staff
      .filter((one) => !one.isLead && !isSeated(one.id))
      .map((one) => ({ personId: one.id, label: t("staff", { name: one.name, post: one.post }), forceCode: null })),
  ];
  return { choices, isLoading: panel.isLoading };
}
