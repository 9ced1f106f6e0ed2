import type { SeenBefore } from "@/server/disputes/reads/seen-before";
import type { SimilarDispute, SimilarFound } from "@/server/disputes/reads/similar";
import type { PartyDraft } from "./draft";

/** A party of an earlier matter, and the matter. */
export interface SeenIn {
  who: SeenBefore;
  of: SimilarDispute;
}

/** Who of earlier matters this party may be: by their phone before by their name, in the newest matter; null for nobody. */
export function seenAs(found: Pick<SimilarFound, "disputes"> | undefined, party: PartyDraft): SeenIn | null {
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
