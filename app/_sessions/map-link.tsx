import { IconNavigation } from "@tabler/icons-react";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { ButtonLink } from "@/app/_ui/actions/button";

/** Apple's systems open no `geo:` address; theirs opens their own map without asking any site. */
const apple = /iPhone|iPad|iPod|Macintosh/;

/** Opens the map of the phone that asks for the page. */
export async function MapLink({ address, children }: { address: string; children: ReactNode }) {
  const isApple = apple.test((await headers()).get("user-agent") ?? "");
  const words = encodeURIComponent(address);
  return (
    <ButtonLink href={isApple ? `maps:?q=${words}` : `geo:0,0?q=${words}`} icon={<IconNavigation aria-hidden />}>
      {children}
    </ButtonLink>
  );
}
