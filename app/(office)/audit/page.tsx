import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditTable } from "@/app/_audit/audit-table";
import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound, requestTime, requireSignIn } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Empty } from "@/app/_ui/feedback/empty";
import { TextField } from "@/app/_ui/fields/text-field";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { auditTrailLimits } from "@/app/_ui/limits/audit";
import { FilterPills } from "@/app/_ui/lists/filter-pills";
import { SearchForm } from "@/app/_ui/lists/search-form";
import { type AuditTrailInput, kinds as allKinds, auditTrailInput } from "@/server/audit/inputs";

type Search = Partial<Record<"kind" | "name" | "day" | "at" | "chain" | "seq", string>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

const nameMax = auditTrailLimits.name;
const textOf = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

/** What the address asks for; whatever does not fit is left out. */
function askedBy(search: Search, now: Date): AuditTrailInput {
  const asked = {
    until: new Date(now.getTime() + 1_000).toISOString(),
    day: auditTrailInput.shape.day.safeParse(search.day ?? null).data ?? null,
    kind: allKinds.find((kind) => kind === search.kind) ?? null,
    name: textOf(search.name).slice(0, nameMax),
  };
  const after = { atUs: Number(search.at), chain: search.chain, seq: Number(search.seq) };
  const whole = auditTrailInput.safeParse({ ...asked, after: search.at ? after : null });
  return whole.success ? whole.data : auditTrailInput.parse({ ...asked, after: null });
}

/** Who read what is confidential, was refused, searched for a person, printed or signed in, as far as one may know. */
async function AuditPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { actor } = await requireSignIn();
  const search = await searchParams;
  const now = requestTime();
  const asked = askedBy(search, now);
  const { rows, next } = await orNotFound((await api()).audit.trail(asked));
  const t = await getTranslations("audit");
  const isAdmin = actor.role === "admin";
  const kept = { name: asked.name, day: asked.day ?? "", kind: asked.kind ?? "" };
  const hrefOf = (over: Record<string, string>) => {
    const query = new URLSearchParams(Object.entries({ ...kept, ...over }).filter(([, value]) => value)).toString();
    return query ? `/audit?${query}` : "/audit";
  };
  const kinds = allKinds.filter((kind) => kind === "beginAnew" || (kind === "signIn") === isAdmin);
  return (
    <>
      <PageHead
        title={t("title")}
        note={t(isAdmin ? "noteAdmin" : "note")}
        end={
          isAdmin ? null : (
            <FilterPills
              label={t("kind")}
              pills={[
                { label: t("anyKind"), href: hrefOf({ kind: "" }), isChosen: asked.kind === null },
                ...kinds.map((kind) => ({
                  label: t(`kinds.${kind}`),
                  href: hrefOf({ kind }),
                  isChosen: asked.kind === kind,
                })),
              ]}
            />
          )
        }
      />
      <SearchForm action="/audit" label={t("find")} verb={t("find")} kept={{ kind: asked.kind ?? "" }}>
        <TextField label={t("person")} name="name" type="search" defaultValue={asked.name} maxLength={nameMax} />
        <TextField label={t("day")} name="day" type="date" defaultValue={kept.day} />
      </SearchForm>
      <Sheet flush>{rows.length === 0 ? <Empty>{t("none")}</Empty> : <AuditTable rows={rows} now={now} />}</Sheet>
      {next ? (
        <ButtonLink href={hrefOf({ at: String(next.atUs), chain: next.chain, seq: String(next.seq) })}>
          {t("more")}
        </ButtonLink>
      ) : null}
    </>
  );
}

export default withWords("(office)/audit/page", AuditPage);
