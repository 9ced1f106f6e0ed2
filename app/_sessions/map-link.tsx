import { IconNavigation } from "@tabler/icons-react";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { ButtonLink } from "@/app/_ui/actions/button";
import { mapHref } from "./map-href";

/** Opens the map of the phone that asks for the page. */
export async function MapLink({ address, children }: { address: string; children: ReactNode }) {
  const userAgent = (await headers()).get("user-agent") ?? "";
  return (
    <ButtonLink href={mapHref(address, userAgent)} icon={<IconNavigation aria-hidden />}>
      {children}
    </ButtonLink>
  );
}
