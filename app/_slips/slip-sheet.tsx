import { useTranslations } from "next-intl";
import { AddressCode } from "@/app/_calendar/address-code";
import { useFormat } from "@/app/_ui/format/use-format";
import type { Slip } from "@/server/slips/reads/slip";
import styles from "./slip.module.css";
import { slipStageOf } from "./slip-stage";

/** One sheet for whoever came: their number, who handles it, what comes next, the law, and the code to ask by. */
export function SlipSheet({ slip, address }: { slip: Slip; address: string }) {
  const t = useTranslations("slips");
  const f = useFormat();
  const { number, station, registeredAt, triageDueAt, handler, made } = slip;
  const stage = slipStageOf(slip);
  const facts = [
    [t("facts.number"), number],
    [t("facts.station"), station],
    [t("facts.registered"), f.date(registeredAt)],
    [t("facts.handler"), [handler.name, handler.post].filter(Boolean).join(" ")],
    [t("facts.phone"), handler.phone ? f.phone(handler.phone) : null],
    [t("facts.stage"), t(`stages.${stage}`)],
  ];
  return (
    <article className={styles.page}>
      <h1>{t("heading")}</h1>
      <dl className={styles.facts}>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
      <p>
        {t(`next.${stage}`)}
        {triageDueAt ? t("decided", { until: f.dateTime(triageDueAt) }) : null}
      </p>
      {made?.code ? (
        <section className={styles.code}>
          <AddressCode text={`${address}/slip#${made.code}`} label={t("scanLabel")} />
          <div>
            <p>{t("scan")}</p>
            <p>{t("type", { address: `${address.replace(/^https?:\/\//, "")}/slip` })}</p>
            <p>
              <code>{made.code}</code>
            </p>
            <p>{t("until", { until: f.date(made.expiresAt) })}</p>
          </div>
        </section>
      ) : null}
      <p>{t("rights.free")}</p>
      <p>{t("rights.stop")}</p>
    </article>
  );
}
