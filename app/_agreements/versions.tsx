"use client";
import { useTranslations } from "next-intl";
import { Link } from "@/app/_ui/actions/link";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { AgreementPage } from "@/server/agreements/reads/agreement";

/** The other versions of a renegotiated agreement; each is read as it was signed. */
export function Versions({ page }: { page: AgreementPage }) {
  const t = useTranslations("agreements.versions");
  const statuses = useTranslations("vocabulary.agreementStatuses");
  const f = useFormat();
  if (page.versions.length === 0) return null;
  const named = ({ number, effectiveAt }: AgreementPage["versions"][number]) =>
    number ?? (effectiveAt ? t("oral") : t("draft"));
  return (
    <Sheet labelledBy="versions">
      <SectionHead id="versions" title={t("title")} note={page.versions.length + 1} />
      <ul>
        {page.versions.map((one) => (
          <li key={one.id}>
            <Link href={`/disputes/${page.disputeId}/agreement?version=${one.id}`}>
              {t("line", { number: named(one), status: statuses(one.status) })}
            </Link>
            {one.effectiveAt ? <> {t("since", { at: f.day(one.effectiveAt) })}</> : null}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
