"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { showToast } from "@/app/_ui/feedback/toasts";
import { SidePanel } from "@/app/_ui/layout/side-panel";
import { CommitteeForm } from "./committee-form";
import { CountyForm } from "./county-form";
import type { PlaceChoice } from "./place-choice";
import { PlaceState } from "./place-state";
import { PointForm } from "./point-form";
import { RoomForm } from "./room-form";
import { StationForm } from "./station-form";

const page = "/admin/places";

/** The place being changed or added, with the way to close it. */
export function PlacePanel({ choice }: { choice: PlaceChoice }) {
  const t = useTranslations("admin.place");
  const router = useRouter();
  const done = {
    onSaved: () => showToast({ message: t("saved") }),
    onCreated: (id: string, name: string) => {
      showToast({ message: t("created", { name }) });
      router.push(`${page}?at=${id}`, { scroll: false });
    },
  };
  if (choice.kind === "county")
    return (
      <SidePanel title={choice.place.name} closeHref={page}>
        <CountyForm county={choice.place} onSaved={done.onSaved} />
      </SidePanel>
    );
  const { kind, place } = choice;
  return (
    <SidePanel title={place?.name ?? titleOf(choice, t)} closeHref={page}>
      {choice.kind === "station" ? <StationForm station={choice.place} {...done} /> : null}
      {choice.kind === "committee" ? <CommitteeForm committee={choice.place} {...done} /> : null}
      {choice.kind === "point" ? <PointForm point={choice.place} stationId={choice.parent.id} {...done} /> : null}
      {choice.kind === "room" ? <RoomForm room={choice.place} pointId={choice.parent.id} {...done} /> : null}
      {place ? (
        <PlaceState
          kind={kind}
          id={place.id}
          name={place.name}
          disabledAt={place.disabledAt}
          pointId={choice.kind === "room" ? choice.parent.id : choice.kind === "point" ? place.id : null}
          successor={choice.successor}
        />
      ) : null}
    </SidePanel>
  );
}

function titleOf(
  choice: Exclude<PlaceChoice, { kind: "county" }>,
  t: ReturnType<typeof useTranslations<"admin.place">>,
): string {
  if (choice.kind === "station") return t("newStation");
  if (choice.kind === "committee") return t("newCommittee");
  return choice.kind === "point"
    ? t("newPoint", { name: choice.parent.name })
    : t("newRoom", { name: choice.parent.name });
}
