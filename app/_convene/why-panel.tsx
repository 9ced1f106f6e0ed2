"use client";
import { useTranslations } from "next-intl";
import { LaneBand, LaneChip } from "@/app/_lanes/lane-chip";
import { Button } from "@/app/_ui/actions/button";
import { useFormat } from "@/app/_ui/format/use-format";
import type { Blocker } from "@/server/convening/parts/solver-input";
import { type Choice, type Plan, relaxed } from "./choice";
import { PartyTimes } from "./party-times";
import { usePlanWords } from "./use-plan-words";
import styles from "./why.module.css";

interface WhyPanelProps {
  disputeId: string;
  plan: Plan;
  onRelax: (choice: Choice) => void;
}

/** Why there are only these hours, what would help, and what the parties said; only the lead sees it. */
export function WhyPanel({ disputeId, plan, onRelax }: WhyPanelProps) {
  const t = useTranslations("convene.why");
  const f = useFormat();
  const words = usePlanWords(plan);
  const helping = plan.relaxations
    .flatMap((one) => {
      const choice = relaxed(plan, one.who);
      return choice ? [{ ...one, choice }] : [];
    })
    .slice(0, 2);
  const next = plan.substitutes.filter((one) => one.names.length > 0);
  return (
    <aside className={styles.why} aria-labelledby="why">
      <LaneBand lane="mediator" />
      <div className={styles.whyBody}>
        <div className={styles.whyHead}>
          <h2 id="why">{t("title")}</h2>
          <LaneChip lane="mediator" />
        </div>
        {helping.length > 0 ? (
          <section>
            <h3>{plan.fits ? t("earlier") : t("possible")}</h3>
            {helping.map(({ who, startsAt, room, choice }) => (
              <div key={`${who.kind} ${who.id}`} className={styles.help}>
                <p>
                  {t(who.kind === "party" ? "withoutParty" : "optional", {
                    name: words.nameOf(who),
                    at: f.dateTime(startsAt),
                    room,
                  })}
                </p>
                <Button small onClick={() => onRelax(choice)}>
                  {t(who.kind === "party" ? "tryWithout" : "tryOptional", { name: words.nameOf(who) })}
                </Button>
              </div>
            ))}
          </section>
        ) : null}
        {plan.removals.length > 0 ? (
          <section>
            <h3>{t("removals", { count: plan.removals.length })}</h3>
            <ul className={styles.removals}>
              {plan.removals.map(({ who, starts }) => (
                <li key={`${who.kind} ${who.id}`}>
                  <span>
                    {words.nameOf(who)} <Reason plan={plan} who={who} />
                  </span>
                  <span className={styles.quiet}>{t("removes", { count: starts })}</span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <PartyTimes disputeId={disputeId} plan={plan} />
        <section>
          <h3>{t("nobody")}</h3>
          {next.map(({ forceCode, names }) => (
            <p key={forceCode}>{t("substitute", { force: words.force(forceCode), names: names.join(words.comma) })}</p>
          ))}
          <p className={styles.quiet}>{t("byItself")}</p>
        </section>
      </div>
    </aside>
  );
}

/** What kind of obstacle excludes the hours. */
function Reason({ plan, who }: { plan: Plan; who: Blocker }) {
  const t = useTranslations("convene.why.reason");
  const kinds = useTranslations("vocabulary.partyTimeKinds");
  if (who.kind !== "party") return <span className={styles.quiet}>{t(who.kind)}</span>;
  const said = plan.times.filter((time) => time.partyId === who.id && time.kind !== "reluctant");
  // "Only then" excludes most hours and is what the lead would ask the party about.
  const first = said.find((time) => time.kind === "only") ?? said[0];
  return first ? (
    <span className={styles.quiet}>
      {kinds(first.kind)} {first.fromTime}–{first.untilTime}
    </span>
  ) : null;
}
