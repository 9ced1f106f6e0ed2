import { IconNavigation } from "@tabler/icons-react";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { mapHref } from "../format/map-href";
import { ButtonLink } from "./button";

/** Opens the map of the phone that asks for the page. */
export async function MapLink({ place, children }: { place: string; children: ReactNode }) {
  return (
    <ButtonLink href={mapHref(place, (await headers()).get("user-agent"))} icon={<IconNavigation aria-hidden />}>
      {children}
    </ButtonLink>
  );
}
