import { useTranslations } from "next-intl";
import { paperPlaces } from "@/app/_dossier/paper-places";
import { Link } from "@/app/_ui/actions/link";
import type { SubsidyMatter } from "@/server/subsidies/parts/matters-due";
import styles from "./subsidies.module.css";

/** Why a matter is held back; each missing paper opens where it is made. */
export function BlockWords({ matter: { disputeId, block } }: { matter: Pick<SubsidyMatter, "disputeId" | "block"> }) {
  const t = useTranslations("subsidies");
  const kinds = useTranslations("vocabulary.paperKinds");
  switch (block?.code) {
    case "papers":
      return (
        <span className={styles.papers}>
          {t("reasons.papers", { papers: "" })}
          {block.kinds.map((kind) => (
            <Link key={kind} href={`/disputes/${disputeId}${paperPlaces[kind] ?? "/dossier"}`}>
              {kinds(kind)}
            </Link>
          ))}
        </span>
      );
    case "notArchived":
      return (
        <span className={styles.papers}>
          {t("reasons.notArchived")}
          <Link href={`/disputes/${disputeId}/dossier`}>{t("file")}</Link>
        </span>
      );
    case "paidBefore":
      return t("reasons.paidBefore", { number: block.dossierNumber });
    case "noAmount":
    case "merged":
      return t(`reasons.${block.code}`);
    default:
      return null;
  }
}
