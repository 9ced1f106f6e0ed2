import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Link } from "@/app/_ui/actions/link";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { ListEnd } from "@/app/_ui/lists/list-end";
import { Facts } from "@/app/_ui/text/facts";
import { Tag } from "@/app/_ui/text/tag";
import type { GroupRow } from "@/server/calls/queries";
import { listLimits } from "@/server/kernel/choices";
import styles from "./calls.module.css";
import { registerHref } from "./register-href";

interface GroupCardsProps {
  groups: readonly GroupRow[];
  /** activate = the head; register = officers and mediators. */
  act: "activate" | "register";
}

/** Calls that belong together; alerted groups first, each with its one action. */
export function GroupCards({ groups, act }: GroupCardsProps) {
  const t = useTranslations("calls.groups");
  const f = useFormat();
  if (groups.length === 0) return null;
  const first = groups.find((group) => group.alertedAt && !group.disputeId && !group.activatedAt)?.id;
  return (
    <Sheet labelledBy="groups" flush>
      <div className={styles.head}>
        <SectionHead id="groups" title={t("title")} note={t("note")} />
      </div>
      <ul>
        {groups.map((group) => {
          const isDone = group.looseCallIds.length === 0;
          return (
            <li key={group.id} className={styles.group}>
              <div className={styles.words}>
                <p className={styles.place}>
                  {group.place}{" "}
                  {group.alertedAt && !isDone ? (
                    <Tag tone="amber">{t("alerted", { when: f.dayTime(group.alertedAt) })}</Tag>
                  ) : null}
                </p>
                <p className={styles.facts}>
                  <Facts
                    items={[
                      t("calls", { calls: group.calls, incidents: group.incidents }),
                      t("span", { from: f.day(group.firstAt), to: f.day(group.lastAt) }),
                      group.activatedAt
                        ? t("activated", { who: group.activatedByName ?? "", when: f.dayTime(group.activatedAt) })
                        : null,
                      group.activationReason ? t("reason", { reason: group.activationReason }) : null,
                    ]}
                  />
                </p>
              </div>
              <span className={styles.actions}>
                <Link href={`/calls?group=${group.id}`} className={styles.see}>
                  {t("see")}
                </Link>
                {group.disputeId ? (
                  <ButtonLink small href={`/disputes/${group.disputeId}`}>
                    {t("becameNumber", { number: group.disputeNumber ?? "" })}
                  </ButtonLink>
                ) : isDone ? (
                  <span>{t("became")}</span>
                ) : (
                  <ButtonLink
                    small
                    variant={group.id === first && act === "activate" ? "go" : "outline"}
                    href={
                      act === "activate" ? `/calls/activate/${group.id}` : registerHref(group.looseCallIds, group.place)
                    }
                  >
                    {t(act)}
                  </ButtonLink>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <ListEnd rows={groups} most={listLimits.callGroups} />
    </Sheet>
  );
}
