import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForcePanel } from "@/app/_admin/force-panel";
import { ForceTable } from "@/app/_admin/force-table";
import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Columns } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.forces"))("title") };
}

type Search = Partial<Record<"force" | "new", string>>;

/** The county's forces: their names, their order, who sits on the board. */
async function ForcesPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { force: code, new: isNew } = await searchParams;
  const t = await getTranslations("admin.forces");
  const forces = await orNotFound((await api()).forces.list({}));
  const force = forces.find((one) => one.code === code) ?? null;
  const isOpen = force !== null || isNew !== undefined;
  return (
    <Columns shape="admin" right={isOpen ? <ForcePanel key={force?.code ?? "new"} force={force} /> : null}>
      <PageHead
        title={t("title")}
        note={t("note")}
        end={
          <ButtonLink href="/admin/forces?new=1" variant={isOpen ? "outline" : "go"}>
            {t("add")}
          </ButtonLink>
        }
      />
      <ForceTable forces={forces} chosenCode={force?.code} />
    </Columns>
  );
}

export default withWords("(office)/admin/forces/page", ForcesPage);
