import { IconPhone } from "@tabler/icons-react";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/app/_ui/actions/button";
import { phoneHref } from "@/app/_ui/format/phone-href";
import { useFormat } from "@/app/_ui/format/use-format";
import { Facts } from "@/app/_ui/text/facts";
import type { AppRouter } from "@/server/api/root";
import styles from "./admin.module.css";

export type DirectoryPerson = inferRouterOutputs<AppRouter>["people"]["directory"]["rows"][number];

/** One person to ask: name, office, area, and a number to press. */
export function DirectoryCard({ person }: { person: DirectoryPerson }) {
  const t = useTranslations("admin.directory");
  const roleWord = useTranslations("vocabulary.roles");
  const format = useFormat();
  const { name, post, employer, area, phone, workplace, deputy, role } = person;
  const shown = format.phone(phone);
  return (
    <li className={styles.card}>
      <div>
        <b lang="zh-CN">{name}</b>
        <p>
          <Facts
            items={[
              post || roleWord(role),
              workplace || (post.startsWith(employer) ? "" : employer),
              area && <span className={styles.fact}>{t("area", { area })}</span>,
              deputy && <span className={styles.fact}>{t("deputy", { name: deputy })}</span>,
            ]}
          />
        </p>
      </div>
      {phone ? (
        <ButtonLink
          href={phoneHref(phone)}
          className={styles.phone}
          icon={<IconPhone aria-hidden />}
          aria-label={t("callWhom", { name, phone: shown })}
        >
          {shown}
        </ButtonLink>
      ) : (
        <span className={styles.hint}>{t("noPhone")}</span>
      )}
    </li>
  );
}
