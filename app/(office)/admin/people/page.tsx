import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PeopleFilters } from "@/app/_admin/people-filters";
import { PeopleTable } from "@/app/_admin/people-table";
import { PersonPanel } from "@/app/_admin/person-panel";
import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Columns } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";
import { FilterPills } from "@/app/_ui/lists/filter-pills";
import { roles } from "@/db/vocabulary";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.people"))("title") };
}

type Search = Partial<Record<"q" | "role" | "station" | "state" | "person" | "new", string>>;

/** People and their accounts: the list, and beside it the one being changed. */
async function PeoplePage({ searchParams }: { searchParams: Promise<Search> }) {
  const { q = "", role = "", station = "", state = "", person: personId, new: isNew } = await searchParams;
  const t = await getTranslations("admin.people");
  const trpc = await api();
  const filter = {
    q: q.slice(0, 40),
    role: roles.find((one) => one === role) ?? null,
    stationId: station || null,
    state: state === "left" ? ("left" as const) : ("inOffice" as const),
  };
  const [first, places, experts, forces, person] = await orNotFound(
    Promise.all([
      trpc.people.list(filter),
      trpc.places.tree({}),
      trpc.people.expertChoices({}),
      trpc.forces.list({}),
      personId ? trpc.people.byId({ personId }) : null,
    ]),
  );
  const query = new URLSearchParams(
    Object.entries({ q, role, station, state }).filter(([, value]) => value),
  ).toString();
  const here = `/admin/people?${query}`;
  const panel =
    person || isNew ? (
      <PersonPanel
        key={person?.id ?? "new"}
        person={person}
        places={places}
        experts={experts}
        forces={forces}
        closeHref={here}
      />
    ) : null;
  return (
    <Columns shape="admin" right={panel}>
      <PageHead
        title={t("title")}
        note={t("note", { count: first.rows.length + first.left })}
        end={
          <>
            <FilterPills
              label={t("state")}
              pills={[
                { label: t("inOffice"), href: "/admin/people", isChosen: filter.state === "inOffice" },
                { label: t("left"), href: "/admin/people?state=left", isChosen: filter.state === "left" },
              ]}
            />
            <ButtonLink href={`${here}${query ? "&" : ""}new=1`} variant={panel ? "outline" : "go"}>
              {t("add")}
            </ButtonLink>
          </>
        }
      />
      <PeopleFilters key={query} q={q} role={role} station={station} state={state} stations={places.stations} />
      <PeopleTable filter={filter} first={first} chosenId={person?.id} query={query} />
    </Columns>
  );
}

export default withWords("(office)/admin/people/page", PeoplePage);
