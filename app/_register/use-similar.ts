"use client";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/client";
import type { SimilarFound } from "@/server/disputes/reads/similar";
import type { Draft } from "./draft";

const pauseMs = 500;

export interface Similar {
  /** Whether enough was typed to look for anything. */
  isAsked: boolean;
  found: SimilarFound | undefined;
}

/** What is like what has been typed so far, asked after each pause: for the panel at the right and the rows of the parties. */
export function useSimilar(draft: Draft): Similar {
  const trpc = useTRPC();
  const said = {
    phones: draft.parties.map((party) => party.phone).filter((phone) => phone.length >= 7),
    names: draft.parties
      .filter((party) => !party.isMinor)
      .map((party) => party.name.trim())
      .filter((name) => name.length > 1),
    place: draft.place,
  };
  const [asked] = useDebouncedValue(JSON.stringify(said), pauseMs);
  const query = JSON.parse(asked) as typeof said;
  const isAsked = query.phones.length + query.names.length > 0 || query.place.trim().length > 1;
  const { data } = useQuery({
    ...trpc.disputes.similar.queryOptions(query),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  });
  return { isAsked, found: isAsked ? data : undefined };
}
