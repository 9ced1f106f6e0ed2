import { useLocale, useTranslations } from "next-intl";
import { Banner } from "@/app/_ui/feedback/banner";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { Facts } from "@/app/_ui/text/facts";
import type { Needs, SessionNeeds } from "@/server/convening/reads/needs";
import styles from "./needs.module.css";
import { NeedsDialog } from "./needs-dialog";

interface NeedsSheetProps {
  disputeId: string;
  needs: Needs;
}

/** Who must come to the next sessions and who has accepted; the lead may change it, with a reason. */
export function NeedsSheet({ disputeId, needs }: NeedsSheetProps) {
  const t = useTranslations("convene.needs");
  // Without helpers there is nobody to require: a session of the parties alone.
  const sessions = needs.sessions.filter((one) => one.quorum.needs.length > 0 || one.helpers.length > 0);
  if (sessions.length === 0) return null;
  return (
    <Sheet labelledBy="needs">
      <SectionHead id="needs" title={t("title")} />
      {sessions.map((session) => (
        <OneSession key={session.id} disputeId={disputeId} needs={needs} session={session} />
      ))}
    </Sheet>
  );
}

function OneSession({ disputeId, needs, session }: NeedsSheetProps & { session: SessionNeeds }) {
  const t = useTranslations("convene.needs");
  const f = useFormat();
  const locale = useLocale();
  const nameOf = (need: SessionNeeds["quorum"]["needs"][number]) => {
    if (need.personId) {
      const person = session.helpers.find((one) => one.personId === need.personId);
      return t("person", { name: person?.name ?? need.name ?? "" });
    }
    const force = needs.forces.find((one) => one.code === need.forceCode);
    const name = (locale === "en" ? force?.shortEn : force?.shortZh) ?? need.forceCode ?? "";
    return t("force", { name, come: need.come, seats: need.seats });
  };
  return (
    <section className={styles.session}>
      <div className={styles.head}>
        <h3>{f.span(session.startsAt, session.endsAt)}</h3>
        {needs.canChange ? <NeedsDialog disputeId={disputeId} session={session} forces={needs.forces} /> : null}
      </div>
      {session.quorum.needs.length === 0 ? <p className={styles.quiet}>{t("none")}</p> : null}
      <ul className={styles.needs}>
        {session.quorum.needs.map((need) => (
          <li key={need.id}>
            <b>{nameOf(need)}</b>
            <span className={styles.quiet}>
              <Facts
                items={[
                  t(need.isRequired ? "required" : "optional"),
                  need.personId && need.waiting === 0 ? t(need.come > 0 ? "in" : "out") : null,
                  need.waiting > 0 ? t("waiting", { count: need.waiting }) : null,
                ]}
              />
            </span>
          </li>
        ))}
      </ul>
      {session.atRiskSince ? <Banner tone="amber">{t("atRisk")}</Banner> : null}
    </section>
  );
}
