"use client";
import { IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/app/_trpc/client";
import { useAct } from "@/app/_trpc/use-act";
import { Button } from "@/app/_ui/actions/button";
import { ProblemNote } from "@/app/_ui/feedback/problem-note";
import { useFormat } from "@/app/_ui/format/use-format";
import type { Plan } from "./choice";
import { PartyTimeForm } from "./party-time-form";
import styles from "./why.module.css";

/** When each party can or cannot come, as told to the mediator, with the reason; added and taken away here. */
export function PartyTimes({ disputeId, plan }: { disputeId: string; plan: Plan }) {
  const t = useTranslations("convene.times");
  const kinds = useTranslations("vocabulary.partyTimeKinds");
  const f = useFormat();
  const trpc = useTRPC();
  const [isAdding, setAdding] = useState(false);
  const remove = useAct(trpc.convening.removePartyTime.mutationOptions());
  const place = (id: string) => plan.parties.findIndex((party) => party.id === id);
  const byParty = [...plan.times].sort((a, b) => place(a.partyId) - place(b.partyId));
  const when = (time: Plan["times"][number]) => {
    const days = time.fromDay ?? time.untilDay;
    const day = days
      ? time.fromDay === time.untilDay
        ? f.date(days)
        : t("between", {
            from: time.fromDay ? f.day(time.fromDay) : t("now"),
            until: time.untilDay ? f.day(time.untilDay) : t("open"),
          })
      : time.weekday
        ? t(`weekday.${time.weekday as 1 | 2 | 3 | 4 | 5 | 6 | 7}`)
        : t("everyDay");
    const wholeDay = time.fromTime <= "00:00" && time.untilTime >= "23:59";
    return wholeDay ? day : `${day} ${time.fromTime}–${time.untilTime}`;
  };
  return (
    <section>
      <h3>{t("title")}</h3>
      {plan.times.length === 0 ? <p className={styles.quiet}>{t("none")}</p> : null}
      <ul className={styles.times}>
        {byParty.map((time) => {
          const name = plan.parties.find((party) => party.id === time.partyId)?.name ?? "";
          return (
            <li key={time.id}>
              <span>
                <b>{name}</b> {kinds(time.kind)} {when(time)}
                {time.reason ? <span className={styles.quiet}> {time.reason}</span> : null}
              </span>
              <button
                type="button"
                className={styles.remove}
                title={t("remove")}
                aria-label={t("removeOf", { name, when: when(time) })}
                onClick={() => remove.run({ disputeId, partyTimeId: time.id })}
              >
                <IconX aria-hidden />
              </button>
            </li>
          );
        })}
      </ul>
      {remove.problem ? <ProblemNote problem={remove.problem} /> : null}
      {isAdding ? (
        <PartyTimeForm disputeId={disputeId} parties={plan.parties} onClose={() => setAdding(false)} />
      ) : (
        <Button small onClick={() => setAdding(true)}>
          {t("add")}
        </Button>
      )}
    </section>
  );
}
