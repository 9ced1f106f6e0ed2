import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import type { LinkOfDispute, Related } from "@/server/merging/reads/related";
import styles from "../overview.module.css";
import { RemoveLink } from "./remove-link";
import { UndoMerge } from "./undo-merge";

interface RelatedListProps {
  disputeId: string;
  related: Related;
  mayUnlink: boolean;
  /** From the registration that goes on as well as from the one that was absorbed. */
  mayUndo: boolean;
  now: Date;
}

/** What was merged into this matter and what it is linked to, each with why, by whom and when; what was taken back as well. */
export function RelatedList({ disputeId, related, mayUnlink, mayUndo, now }: RelatedListProps) {
  const t = useTranslations("disputes.link");
  const merge = useTranslations("disputes.merge");
  const f = useFormat(now);
  const { merges, links } = related;
  if (merges.length + links.length === 0) return null;
  return (
    <section className={styles.happened}>
      <SectionHead title={t("heading")} />
      <ul className={styles.earlier}>
        {merges.map((one) => (
          <li key={one.id}>
            <Link href={`/disputes/${one.otherId}`}>{one.number}</Link> {one.title}
            <p className={styles.quiet}>
              {one.undoneAt
                ? merge("undone", {
                    ...{ number: one.number, day: f.day(one.undoneAt) },
                    ...{ who: one.undoneBy ?? "", reason: one.undoneReason },
                  })
                : merge(one.isAbsorbed ? "mergedInto" : "mergedHere", {
                    ...{ number: one.number, day: f.day(one.mergedAt), who: one.mergedBy, reason: one.reason },
                  })}
            </p>
            {mayUndo && one.canUndo ? <UndoMerge disputeId={disputeId} mergeId={one.id} /> : null}
          </li>
        ))}
        {links.map((link) => (
          <li key={link.id}>
            <LinkLine link={link} />
            <p className={styles.quiet}>
              {t("by", { day: f.day(link.linkedAt), who: link.linkedBy, reason: link.reason })}{" "}
              {link.removedAt
                ? t("removed", { day: f.day(link.removedAt), who: link.removedBy ?? "", reason: link.removedReason })
                : null}
            </p>
            {mayUnlink && !link.removedAt ? <RemoveLink disputeId={disputeId} linkId={link.id} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The other matter and what it has to do with this one; of a follow-up, which of the two followed. */
function LinkLine({ link }: { link: LinkOfDispute }) {
  const t = useTranslations("disputes.link");
  const kinds = useTranslations("vocabulary.disputeLinkKinds");
  const { kind, isFromHere, otherId, number, title } = link;
  const words = { number, title };
  const said =
    kind === "followUp"
      ? t(isFromHere ? "followsIt" : "followedBy", words)
      : t("line", { kind: kinds(kind), ...words });
  return <Link href={`/disputes/${otherId}`}>{said}</Link>;
}
