"use client";
import { useTranslations } from "next-intl";
import { withLaterWords } from "@/app/_i18n/later-words";
import { Link } from "@/app/_ui/actions/link";
import { useLater } from "@/app/_ui/actions/use-later";
import { useFormat } from "@/app/_ui/format/use-format";
import { SectionHead } from "@/app/_ui/layout/section-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import type { AgreementPage } from "@/server/agreements/reads/agreement";
import type { ClauseDraft } from "./clause-draft";
import type { DifferencesFromProps } from "./differences-from";

const fetchDifferences = withLaterWords("_agreements/differences-from", () =>
  import("./differences-from").then((it) => it.DifferencesFrom),
);
let fetched: ReturnType<typeof fetchDifferences> | undefined;
/** Once for all versions of a page; what failed is fetched again. */
function load() {
  fetched ??= fetchDifferences().catch((cause: unknown) => {
    fetched = undefined;
    throw cause;
  });
  return fetched;
}

/** What differs between two versions, fetched once the page is shown: few agreements have several. */
export function LaterDifferences(shown: DifferencesFromProps) {
  const { part: Differences } = useLater(load, false);
  return Differences ? <Differences {...shown} /> : null;
}

/** The version that is shown, as it stands on the page. */
export interface ShownVersion {
  page: AgreementPage;
  facts: string;
  clauses: readonly ClauseDraft[];
}

/** The other versions of a renegotiated agreement; each is read as it was signed. */
export function Versions({ page, ...shown }: ShownVersion) {
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
            {one.words ? <LaterDifferences page={page} {...shown} words={one.words} name={named(one)} /> : null}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
