"use client";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/app/_trpc/client";
import type { SeenBefore } from "@/server/disputes/reads/seen-before";
import type { SimilarDispute, SimilarFound } from "@/server/disputes/reads/similar";
import type { Draft, PartyDraft } from "./draft";

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

/** A party of an earlier matter, and the matter. */
export interface SeenIn {
  who: SeenBefore;
  of: SimilarDispute;
}

/** Who of earlier matters this party may be: by their phone before by their name, in the newest matter; null for nobody. */
export function seenAs({ found }: Similar, party: PartyDraft): SeenIn | null {
  if (party.isMinor || party.takenFrom) return null;
  const all = (found?.disputes ?? []).flatMap((of) => of.people.map((who) => ({ who, of })));
  const newest = (some: SeenIn[]) => some.sort((a, b) => b.of.registeredAt.localeCompare(a.of.registeredAt))[0] ?? null;
  const byPhone = all.filter(({ who }) => who.typedPhone !== null && who.typedPhone === party.phone);
  return newest(byPhone) ?? newest(all.filter(({ who }) => who.typedName === party.name.trim()));
}

/** The party with what is known of them; what was typed stays, and nothing is changed in the earlier matter. */
export function asSeen(party: PartyDraft, { who, of }: SeenIn): PartyDraft {
  const { kind, employer, sex, bornYear, ethnicity, occupation, creditCode, legalRepresentative } = who;
  const known = { sex, bornYear, ethnicity, occupation, creditCode, legalRepresentative };
  const hasAny = Object.values(known).some(Boolean);
  return {
    ...party,
    kind,
    name: party.name.trim() || who.name,
    ...(employer && !party.employer ? { employer } : {}),
    ...(hasAny && !party.particulars ? { particulars: known } : {}),
    takenFrom: of.number,
  };
}
