import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { choiceOf } from "@/app/_admin/place-choice";
import { PlacePanel } from "@/app/_admin/place-panel";
import { PlaceTree } from "@/app/_admin/place-tree";
import { withWords } from "@/app/_i18n/client-words";
import { api, orNotFound } from "@/app/_trpc/server";
import { ButtonLink } from "@/app/_ui/actions/button";
import { Columns } from "@/app/_ui/layout/columns";
import { PageHead } from "@/app/_ui/layout/page-head";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.places"))("title") };
}

type Search = Partial<Record<"at" | "add" | "under", string>>;

/** Stations, contact points, rooms with their hours, and committees: one tree, one panel. */
async function PlacesPage({ searchParams }: { searchParams: Promise<Search> }) {
  const search = await searchParams;
  const [t, templates] = await Promise.all([getTranslations("admin.places"), getTranslations("templates.papers")]);
  const tree = await orNotFound((await api()).places.tree({}));
  const choice = choiceOf(tree, search);
  const points = tree.stations.flatMap((station) => station.points);
  const counts = {
    stations: tree.stations.length,
    points: points.length,
    rooms: points.flatMap((point) => point.rooms).length,
  };
  return (
    <Columns
      shape="admin"
      right={choice ? <PlacePanel key={`${search.at}${search.add}${search.under}`} choice={choice} /> : null}
    >
      <PageHead
        title={`${tree.county.name} · ${t("title")}`}
        note={t("note", counts)}
        end={
          <>
            <ButtonLink href="/paper-templates">{templates("title")}</ButtonLink>
            <ButtonLink href="/admin/places?add=committee">{t("addCommittee")}</ButtonLink>
            <ButtonLink href="/admin/places?add=station" variant={choice ? "outline" : "go"}>
              {t("addStation")}
            </ButtonLink>
          </>
        }
      />
      <PlaceTree tree={tree} chosenId={choice?.place?.id} />
    </Columns>
  );
}

export default withWords("(office)/admin/places/page", PlacesPage);
