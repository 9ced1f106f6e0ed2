"use client";
import { useTranslations } from "next-intl";
import type { PerformanceProof } from "@/server/performance/reads/ledger";
import styles from "./performance.module.css";

/** What proves an entry, each of which opens; pictures small. */
export function ProofFiles({ files }: Pick<PerformanceProof, "files">) {
  const t = useTranslations("performance.proofs");
  if (files.length === 0) return null;
  return (
    <span role="group" className={styles.proofs} aria-label={t("label")}>
      {files.map(({ id, name, hasSmall }) => (
        <a key={id} href={`/api/files/${id}`} title={name}>
          {hasSmall ? (
            // biome-ignore lint/performance/noImgElement: it is served through the policy, and already as small as it is shown.
            <img src={`/api/files/${id}?size=small`} alt={name} width={44} height={44} loading="lazy" />
          ) : (
            name
          )}
        </a>
      ))}
    </span>
  );
}
