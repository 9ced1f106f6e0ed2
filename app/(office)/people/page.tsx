import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { DirectoryCard, type DirectoryPerson } from "@/app/_admin/directory-card";
import { DirectorySearch } from "@/app/_admin/directory-search";
import { forceName } from "@/app/_admin/force-name";
import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound } from "@/app/_trpc/server";
import { Banner } from "@/app/_ui/feedback/banner";
import { Empty } from "@/app/_ui/feedback/empty";
import { Columns } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";
import { Sheet } from "@/app/_ui/layout/sheet";
import { FilterPills } from "@/app/_ui/lists/filter-pills";
import { ListGroup } from "@/app/_ui/lists/list-group";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.directory"))("title") };
}

type Search = Partial<Record<"q" | "force", string>>;

/** The people one can ask or ring, grouped by force; a member of two forces is listed under both. */
async function DirectoryPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { q = "", force: wanted } = await searchParams;
  const t = await getTranslations("admin.directory");
  const locale = await getLocale();
  const trpc = await api();
  const force = wanted && /^[a-z][A-Za-z0-9]{1,31}$/.test(wanted) ? wanted : null;
  const { rows, total, forces } = await orNotFound(trpc.people.directory({ q: q.slice(0, 40), force }));
  const search = q ? `&q=${encodeURIComponent(q)}` : "";
  const groups = [
    ...forces.map((one) => ({
      key: one.code,
      title: forceName(one, locale),
      people: rows.filter((row) => row.forces.some((has) => has.code === one.code)),
    })),
    { key: "staff", title: t("staff"), people: force ? [] : rows.filter((row) => row.forces.length === 0) },
  ].filter((group) => group.people.length > 0 && (!force || group.key === force));
  return (
    <Columns shape="list">
      <PageHead title={t("title")} note={t("note", { count: total })} />
      <DirectorySearch key={`${q}${force}`} q={q} force={force} />
      <FilterPills
        label={t("filter")}
        pills={[
          { label: t("all"), href: `/people?${search.slice(1)}`, isChosen: force === null },
          ...forces.map((one) => ({
            label: forceName(one, locale),
            href: `/people?force=${one.code}${search}`,
            isChosen: force === one.code,
          })),
        ]}
      />
      {total > rows.length ? <Banner>{t("cut", { shown: rows.length, total })}</Banner> : null}
      {groups.length === 0 ? <Empty>{q ? t("none", { q }) : t("noneHere")}</Empty> : null}
      {groups.map(({ key, title, people }) => (
        <Sheet key={key} flush>
          <ListGroup title={title} count={people.length}>
            {people.map((person: DirectoryPerson) => (
              <DirectoryCard key={person.id} person={person} />
            ))}
          </ListGroup>
        </Sheet>
      ))}
    </Columns>
  );
}

export default withWords("(office)/people/page", DirectoryPage);
